import { readdirSync, readFileSync } from 'node:fs';

// Linux counts process time in ticks of 10 ms on every platform Node supports.
const MS_PER_TICK = 10;

interface Stat {
  parent: number;
  ownMs: number;
  endedChildrenMs: number;
}

function statOf(pid: number): Stat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The command stands in brackets and may hold spaces: count fields from behind it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (index: number) => Number(fields[index]);
  return { parent: at(1), ownMs: (at(11) + at(12)) * MS_PER_TICK, endedChildrenMs: (at(13) + at(14)) * MS_PER_TICK };
}

export function parentOf(pid: number): number {
  const stat = statOf(pid);
  if (!stat) throw new Error(`Process ${pid} is gone.`);
  return stat.parent;
}

function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const stat = Number.isInteger(pid) ? statOf(pid) : null;
    if (stat) children.set(stat.parent, [...(children.get(stat.parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

export interface Usage {
  cpuMs: number;
  writes: number;
  rssMb: number;
}

/** User and system time of a process and all below it, ended children included. */
export function usageOf(root: number): Usage {
  const usage: Usage = { cpuMs: 0, writes: 0, rssMb: 0 };
  for (const pid of treeOf(root)) {
    const stat = statOf(pid);
    if (!stat) continue;
    usage.cpuMs += stat.ownMs + stat.endedChildrenMs;
    usage.writes += numberIn(`/proc/${pid}/io`, /^syscw: (\d+)/m);
    usage.rssMb += numberIn(`/proc/${pid}/status`, /^VmRSS:\s+(\d+)/m) / 1024;
  }
  return usage;
}

function numberIn(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
