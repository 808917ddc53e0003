import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { demoSignIns } from '../../packages/api/src/demo/sign-ins.ts';
import { rawConnection } from '../../packages/db/src/raw-connection.ts';
import type { Child } from '../stack/children.ts';
import { freePorts } from '../stack/ports.ts';
import { testStack } from '../stack/test-stack.ts';
import { startBalancer } from './balancer.ts';
import { type Browserless, signIn } from './browserless.ts';

const RESTARTS = 20;
const STREAMS = 100;
const PER_SESSION = 4;
const CALLS_PER_SECOND = 50;

/** What one stream heard: a change of a library, or that something was missed. */
interface Ear {
  heard: { at: number; id: string | 'resync' }[];
}

/** Comes back by itself, from where it was. */
async function listen(browser: Browserless, tenant: string, ear: Ear, signal: AbortSignal): Promise<void> {
  let last = '';
  while (!signal.aborted) {
    try {
      const answer = await browser.news(`/api/events?${new URLSearchParams({ tenant, after: last })}`, signal);
      let text = '';
      const decoder = new TextDecoder();
      for await (const chunk of answer.ok ? (answer.body ?? []) : []) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1];
          last = field('id') ?? last;
          if (field('event') === 'resync') ear.heard.push({ at: Date.now(), id: 'resync' });
          if (field('event') === undefined && field('data'))
            ear.heard.push({ at: Date.now(), id: JSON.parse(field('data') ?? '{}').id });
        }
      }
    } catch {
      // Its portal went: the balancer knows another.
    }
    await pause(100 + Math.random() * 200, undefined, { signal }).catch(() => undefined);
  }
}

interface Library {
  id: string;
  version: number;
  status: string;
}

/** Two of each behind a balancer that obeys /readyz, restarted one after the other under calls and streams. */
export async function run({ scale }: { scale: number }): Promise<{ passed: boolean; line: string }> {
  const more = await freePorts();
  const balancerPorts: number[] = [];
  const { stack, stop } = await testStack({
    ...{ CHANGES_PER_MINUTE: '1000000', READS_PER_MINUTE: '1000000', SIGN_IN_TRIES_ADDRESS: '1000', DRAIN_MS: '600' },
    LOG_LEVEL: 'warn',
  });
  balancerPorts.push(stack.options.ports.owner, more.owner);
  const balancer = await startBalancer(balancerPorts);
  Object.assign(stack.options.settings ?? {}, { PORTAL_URL: balancer.url });
  const over = new AbortController();
  try {
    await stack.start();
    const named = (name: string) => stack.children.find((child) => child.name === name) as Child;
    const members = [
      { child: named('The owner portal'), start: () => stack.startPortal('owner') },
      { child: named('The worker'), start: () => stack.startWorker() },
      { child: await stack.startPortal('owner', more.owner), start: () => stack.startPortal('owner', more.owner) },
      { child: await stack.startWorker(more.worker), start: () => stack.startWorker(more.worker) },
    ];
    await pause(500);

    const owner = demoSignIns.owner[0] ?? { email: '', password: '' };
    const browsers: Browserless[] = [];
    for (let n = 0; n < STREAMS / PER_SESSION; n++) browsers.push(await signIn(balancer.url, owner));
    const sql = rawConnection(stack.database().url);
    const [{ tenant } = { tenant: '' }] = await sql<{ tenant: string }[]>`
      select m.tenant_id as tenant from memberships m join users u on u.id = m.user_id where u.email = ${owner.email}`;
    const ears = browsers.flatMap((browser) =>
      Array.from({ length: PER_SESSION }, () => {
        const ear: Ear = { heard: [] };
        void listen(browser, tenant, ear, over.signal);
        return ear;
      }),
    );
    await pause(1_000);

    const tally = { calls: 0, failed: [] as string[] };
    const changes: { at: number; id: string }[] = [];
    let isOver = false;
    const call = async (browser: Browserless, procedure: string, input: unknown) => {
      tally.calls += 1;
      const answer = await browser.call(procedure, input).catch((error: Error) => ({ status: 0, text: error.message }));
      if (answer.status !== 200) tally.failed.push(`${procedure} ${answer.status} ${answer.text.slice(0, 120)}`);
      return answer;
    };
    const reading = async () => {
      for (let n = 0; !isOver; n++) {
        const browser = browsers[n % browsers.length];
        if (browser) void call(browser, 'libraries.list', { limit: 10 });
        await pause(1_000 / CALLS_PER_SECOND);
      }
    };
    const changing = async () => {
      const [browser] = browsers;
      while (browser && !isOver) {
        const read = await call(browser, 'libraries.list', { limit: 1 });
        if (read.status === 200) {
          const [library] = (JSON.parse(read.text) as { result: { data: { items: Library[] } } }).result.data.items;
          const { id, version, status } = library ?? { id: '', version: 0, status: '' };
          const at = Date.now();
          const input = { requestKey: randomUUID(), id, version, status: status === 'active' ? 'inactive' : 'active' };
          if ((await call(browser, 'libraries.setStatus', input)).status === 200) changes.push({ at, id });
        }
        await pause(300);
      }
    };
    const working = Promise.all([reading(), changing()]);

    const restarts = Math.max(4, Math.round(RESTARTS * scale));
    for (let n = 0; n < restarts; n++) {
      const member = members[n % members.length];
      if (!member) continue;
      await member.child.stop(12_000);
      member.child = await member.start();
      await pause(700);
    }
    isOver = true;
    await working;
    await pause(2_500);
    over.abort();

    const unheard = ears.reduce(
      (sum, { heard }) =>
        sum +
        changes.filter(({ at, id }) => !heard.some((one) => one.at >= at && (one.id === id || one.id === 'resync')))
          .length,
      0,
    );
    const resyncs = ears.reduce((sum, { heard }) => sum + heard.filter(({ id }) => id === 'resync').length, 0);
    const [left] = await sql`
      select (select count(*)::int from jobs where state <> 'dead') as jobs, (select count(*)::int from jobs where state = 'dead') as dead,
        (select count(*)::int from domain_events e, job_relay r where e.seq > r.cursor and e.seq <> all (r.early)) as unseen`;
    await sql.end();
    const failed = [...tally.failed, ...balancer.lost];
    return {
      passed:
        failed.length === 0 && unheard === 0 && left?.['jobs'] === 0 && left?.['dead'] === 0 && left?.['unseen'] === 0,
      line:
        `${restarts} restarts under ${tally.calls} calls and ${ears.length} streams: ${failed.length} failed${failed[0] ? ` (${failed[0]})` : ''}, ` +
        `${changes.length} changes, ${unheard} not heard, ${resyncs} times told to read again; ${left?.['jobs']} jobs and ${left?.['unseen']} events left, ${left?.['dead']} given up`,
    };
  } finally {
    over.abort();
    await stop();
    await balancer.close();
  }
}
