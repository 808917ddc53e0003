import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { demoSignIns } from '../../packages/api/src/demo/sign-ins.ts';
import type { Stack } from '../stack/stack.ts';
import { testStack } from '../stack/test-stack.ts';
import { type Answered, type Browserless, signIn } from './browserless.ts';

const CALLS_PER_SECOND = 50;
const MOST_GROWTH = 0.05;
const MOST_PORTAL_MB = 400;
const MINUTE = 60_000;

interface Sample {
  at: number;
  megabytes: Map<string, number>;
}

/** RSS of each process under 50 calls a second, minute 15 against minute 5. */
export async function run({ scale }: { scale: number; seed: number }): Promise<{ passed: boolean; line: string }> {
  const { stack, dir, stop } = await testStack({
    CHANGES_PER_MINUTE: '1000000',
    READS_PER_MINUTE: '1000000',
    ACCESS_SECONDS: '7200',
    LOG_LEVEL: 'warn',
  });
  try {
    await stack.start();
    const read = () => memoryOf(stack, `${dir}/postgres`);
    const idle = read();
    const callers = await Promise.all([
      signIn(`http://localhost:${stack.options.ports.owner}`, person('owner')),
      signIn(`http://localhost:${stack.options.ports.admin}`, person('admin')),
    ]);
    const samples: Sample[] = [];
    const begun = performance.now();
    const sampling = setInterval(() => samples.push({ at: performance.now() - begun, megabytes: read() }), 500);
    const { calls, failures } = await load(callers, 15 * MINUTE * scale);
    clearInterval(sampling);
    return judge({ idle, samples, scale, calls, failures });
  } finally {
    await stop();
  }
}

function person(portal: 'owner' | 'admin'): { email: string; password: string } {
  const [first] = demoSignIns[portal];
  if (!first) throw new Error('the demo names nobody');
  return first;
}

async function load(callers: Browserless[], forMs: number): Promise<{ calls: number; failures: number }> {
  const [owner, admin] = callers;
  if (!owner || !admin) throw new Error('two portals are wanted');
  const mix = [
    () => owner.call('libraries.list', { limit: 20 }),
    () => admin.call('tenants.list', { limit: 20 }),
    () => owner.call('staff.list', { limit: 20 }),
    () => admin.call('audit.list', { limit: 20 }),
    () => owner.call('identity.me', undefined),
  ];
  let [calls, failures] = [0, 0];
  const count = async (done: Promise<Answered>) => {
    const { status } = await done.catch(() => ({ status: 0 }));
    if (status !== 200) failures += 1;
  };
  const open = new Set<Promise<void>>();
  const begun = performance.now();
  for (let tick = 0; performance.now() < begun + forMs; tick += 1) {
    // Ten ticks a second, five calls each; a page of each portal every two seconds.
    for (let n = 0; n < CALLS_PER_SECOND / 10; n += 1) {
      const one = mix[calls % mix.length];
      calls += 1;
      if (one) track(open, count(one()));
    }
    if (tick % 20 === 0) for (const caller of callers) track(open, count(caller.page('/')));
    await pause(Math.max(0, begun + (tick + 1) * 100 - performance.now()));
  }
  await Promise.all(open);
  return { calls, failures };
}

function track(open: Set<Promise<void>>, one: Promise<void>): void {
  open.add(one);
  void one.finally(() => open.delete(one));
}

function judge(seen: { idle: Map<string, number>; samples: Sample[]; scale: number; calls: number; failures: number }) {
  const { idle, samples, scale, calls, failures } = seen;
  // A tenth of the time is mostly warming up: there the ceiling counts, and only a growth that is no warming.
  const most = scale >= 0.5 ? MOST_GROWTH : 0.25;
  const lines: string[] = [];
  let passed = failures === 0 && samples.length > 0;
  for (const [name, atRest] of idle) {
    // The least of a minute: what a collection leaves, not what lies about before one.
    const least = (from: number, to: number) =>
      Math.min(...samples.filter(({ at }) => at >= from && at <= to).map(({ megabytes }) => megabytes.get(name) ?? 0));
    const early = least(4.5 * MINUTE * scale, 5.5 * MINUTE * scale);
    const late = least(14 * MINUTE * scale, 15 * MINUTE * scale);
    const growth = late / early - 1;
    const peak = Math.max(...samples.map(({ megabytes }) => megabytes.get(name) ?? 0));
    if (growth > most || (name.includes('portal') && peak > MOST_PORTAL_MB)) passed = false;
    lines.push(
      `${name} idle ${atRest.toFixed(0)}, ${early.toFixed(0)} to ${late.toFixed(0)} MB (${(growth * 100).toFixed(1)}%), peak ${peak.toFixed(0)}`,
    );
  }
  return { passed, line: `${calls} calls, ${failures} failed; ${lines.join('; ')}` };
}

function memoryOf(stack: Stack, dataFolder: string): Map<string, number> {
  const megabytes = new Map(
    stack.children.map(({ name, pid }) => [name.replace('The ', ''), megabytesOf(pid, 'VmRSS')]),
  );
  const postmaster = Number(readFileSync(`${dataFolder}/postmaster.pid`, 'utf8').split('\n')[0]);
  // Shared buffers would be counted once per backend: what is its own is what can leak.
  const own = [postmaster, ...childrenOf(postmaster)].map((pid) => megabytesOf(pid, 'RssAnon'));
  return megabytes.set(
    'PostgreSQL',
    own.reduce((sum, one) => sum + one, 0),
  );
}

function megabytesOf(pid: number, field: string): number {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) === parent ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}
