import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { node24, quiet, root } from './install.mjs';

/** Runs a TypeScript file on Node 24 and ends as it ends; it is asked to stop when whoever started us has gone. */
export function runOnNode24(file, args) {
  const node = node24();
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, [join(root, file), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...quiet, PATH: path },
  });
  // Ctrl-C goes to the whole group, the child included; the others come to us alone.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  const before = parents();
  setInterval(() => {
    if (parents() !== before) child.kill('SIGTERM');
  }, 500).unref();
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

// npm puts a shell between itself and us: a killed npm shows only as the shell's new parent.
function parents() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${process.env.npm_execpath ? stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0] : ''}`;
  } catch {
    return `${process.ppid}`;
  }
}
