import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { demoSignIns } from '../../packages/api/src/demo/sign-ins.ts';
import { rawConnection } from '../../packages/db/src/raw-connection.ts';
import type { Child } from '../stack/children.ts';
import type { Portal } from '../stack/portals.ts';
import { freePorts } from '../stack/ports.ts';
import type { Stack } from '../stack/stack.ts';
import { testStack } from '../stack/test-stack.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type Browserless, signIn } from './browserless.ts';
import { type Change, countResyncs, countUnheard, type Ear, openEars } from './listening.ts';

const RESTARTS = 20;
const PER_SESSION = 4;
// A hundred streams.
const SESSIONS: Record<Portal, number> = { owner: 20, admin: 5 };
const CALLS_PER_SECOND = 50;
const OF_ADMIN = 5;
const TOLD_MS = 15_000;

type Connection = ReturnType<typeof rawConnection>;
type Call = (browser: Browserless, procedure: string, input: unknown) => Promise<{ data: unknown; told: string[] }>;

interface Tally {
  calls: number;
  failed: string[];
}

interface Side {
  browsers: Browserless[];
  ears: Ear[];
  changes: Change[];
  reads: string;
  /** Gives the events of what it changed. */
  change: (call: Call, browser: Browserless) => Promise<string[]>;
}

interface Versioned {
  id: string;
  key: string;
  version: number;
  status: string;
  enabled: boolean;
}

const changed: Record<Portal, Side['change']> = {
  async owner(call, browser) {
    const { data } = await call(browser, 'libraries.list', { limit: 1 });
    const [library] = (data as { items: Versioned[] } | null)?.items ?? [];
    if (!library) return [];
    const { id, version, status } = library;
    const input = { requestKey: randomUUID(), id, version, status: status === 'active' ? 'inactive' : 'active' };
    return (await call(browser, 'libraries.setStatus', input)).told;
  },
  async admin(call, browser) {
    const { data } = await call(browser, 'flags.all', {});
    const [flag] = (data as Versioned[] | null) ?? [];
    if (!flag) return [];
    const { key, version, enabled } = flag;
    return (await call(browser, 'flags.put', { key, version, enabled: !enabled })).told;
  },
};

async function openSide(portal: Portal, url: string, sql: Connection, signal: AbortSignal): Promise<Side> {
  const person = demoSignIns[portal][0] ?? { email: '', password: '' };
  const browsers: Browserless[] = [];
  for (let n = 0; n < SESSIONS[portal]; n++) browsers.push(await signIn(url, person));
  const [{ tenant } = { tenant: '' }] = await sql<{ tenant: string }[]>`
    select m.tenant_id as tenant from memberships m join users u on u.id = m.user_id where u.email = ${person.email}`;
  const ears = openEars(browsers, { perSession: PER_SESSION, tenant, signal });
  const reads = portal === 'owner' ? 'libraries.list' : 'tenants.list';
  return { browsers, ears, changes: [], reads, change: changed[portal] };
}

/** People of both portals, until it is over: fifty reads a second by the clock, and changes beside them. */
async function work(sides: Record<Portal, Side>, tally: Tally, over: AbortSignal): Promise<void> {
  const call: Call = async (browser, procedure, input) => {
    tally.calls += 1;
    const answer = await browser
      .call(procedure, input)
      .catch((error: Error) => ({ status: 0, text: error.message, told: [] }));
    if (answer.status === 200) return { data: JSON.parse(answer.text).result.data, told: answer.told };
    tally.failed.push(`${procedure} ${answer.status} ${answer.text.slice(0, 120)}`);
    return { data: null, told: [] };
  };
  const reading = async () => {
    const begun = performance.now();
    const asked: Promise<unknown>[] = [];
    for (let n = 0; !over.aborted; n++) {
      const { browsers, reads } = sides[n % OF_ADMIN === 0 ? 'admin' : 'owner'];
      const browser = browsers[Math.floor(n / OF_ADMIN) % browsers.length];
      if (browser) asked.push(call(browser, reads, { limit: 10 }));
      await pause(Math.max(0, begun + ((n + 1) * 1_000) / CALLS_PER_SECOND - performance.now()));
    }
    await Promise.all(asked);
  };
  const changing = async ({ browsers: [browser], change, changes }: Side) => {
    while (browser && !over.aborted) {
      const at = Date.now();
      const events = await change(call, browser);
      if (events.length > 0) changes.push({ at, events });
      await pause(300);
    }
  };
  await Promise.all([reading(), changing(sides.owner), changing(sides.admin)]);
}

/** What is left, and how often the jobs of the changes were done: said by the workers a little later. */
async function leftOf(sql: Connection, done: number) {
  for (const begun = performance.now(); ; await pause(500)) {
    const [left = { jobs: 1, dead: 0, unseen: 1, done: 0 }] = await sql<
      { jobs: number; dead: number; unseen: number; done: number }[]
    >`
      select (select count(*)::int from jobs where state <> 'dead') as jobs,
        (select count(*)::int from jobs where state = 'dead') as dead,
        (select count(*)::int from domain_events e, job_relay r where e.seq > r.cursor and e.seq <> all (r.early)) as unseen,
        coalesce((select t.done::int from job_tallies t where t.kind = 'onLibraryStatus'), 0) as done`;
    const isOver = left.jobs + left.unseen === 0 && left.done >= done;
    if (isOver || performance.now() - begun > TOLD_MS) return left;
  }
}

interface Place {
  child: Child;
  start: () => Promise<Child>;
}

/** Two of each portal and two workers. */
async function openPlaces(stack: Stack, more: Record<Portal | 'worker', number>): Promise<Place[]> {
  const first = (name: string) => stack.children.find((child) => child.name === name) as Child;
  const places: Place[] = [];
  for (const second of [false, true])
    for (const kind of ['owner', 'worker', 'admin'] as const) {
      const port = second ? more[kind] : stack.options.ports[kind];
      const start = () => (kind === 'worker' ? stack.startWorker(port) : stack.startPortal(kind, port));
      const named = kind === 'worker' ? 'The worker' : `The ${kind} portal`;
      places.push({ child: second ? await start() : first(named), start });
    }
  return places;
}

/** Two of each behind a balancer that obeys /readyz, restarted one after the other under calls and streams. */
export async function run({ scale }: { scale: number }): Promise<{ passed: boolean; line: string }> {
  const more = await freePorts();
  const { stack, stop } = await testStack({
    ...{ CHANGES_PER_MINUTE: '1000000', READS_PER_MINUTE: '1000000', SIGN_IN_TRIES_ADDRESS: '1000', DRAIN_MS: '600' },
    LOG_LEVEL: 'warn',
  });
  const { ports } = stack.options;
  const balancers: Record<Portal, Balancer> = {
    owner: await startBalancer([ports.owner, more.owner]),
    admin: await startBalancer([ports.admin, more.admin]),
  };
  stack.options.addresses = { owner: balancers.owner.url, admin: balancers.admin.url };
  const over = new AbortController();
  const listening = new AbortController();
  try {
    await stack.start();
    const places = await openPlaces(stack, more);
    await Promise.all([balancers.owner.allReady(), balancers.admin.allReady()]);
    const sql = rawConnection(stack.database().url);
    const sides = {
      owner: await openSide('owner', balancers.owner.url, sql, listening.signal),
      admin: await openSide('admin', balancers.admin.url, sql, listening.signal),
    };
    await pause(1_000);
    const before = await leftOf(sql, 0);

    const tally: Tally = { calls: 0, failed: [] };
    const begun = performance.now();
    const working = work(sides, tally, over.signal);
    const restarts = Math.max(places.length, Math.round(RESTARTS * scale));
    for (let n = 0; n < restarts; n++) {
      const place = places[n % places.length];
      if (!place) continue;
      await place.child.stop(12_000);
      place.child = await place.start();
      await pause(700);
    }
    over.abort();
    const perSecond = tally.calls / ((performance.now() - begun) / 1_000);
    await working;
    await pause(2_500);
    listening.abort();

    const all = Object.values(sides);
    const streams = all.reduce((sum, { ears }) => sum + ears.length, 0);
    const unheard = all.reduce((sum, { ears, changes }) => sum + countUnheard(ears, changes), 0);
    const resyncs = all.reduce((sum, { ears }) => sum + countResyncs(ears), 0);
    const [ofOwner, ofAdmin] = [sides.owner.changes.length, sides.admin.changes.length];
    const left = await leftOf(sql, before.done + ofOwner);
    await sql.end();
    const done = left.done - before.done;
    const failed = [...tally.failed, ...balancers.owner.lost, ...balancers.admin.lost];
    return {
      passed:
        failed.length === 0 &&
        unheard === 0 &&
        left.jobs + left.dead + left.unseen === 0 &&
        done === ofOwner &&
        ofAdmin > 0 &&
        perSecond >= CALLS_PER_SECOND * 0.9,
      line:
        `${restarts} restarts of two of each portal and two workers, under ${tally.calls} calls (${perSecond.toFixed(0)} a second) and ${streams} streams: ` +
        `${failed.length} failed${failed[0] ? ` (${failed[0]})` : ''}, ${ofOwner} and ${ofAdmin} changes, ${unheard} not heard, ${resyncs} times told to read again; ` +
        `${done} jobs of the ${ofOwner} done, ${left.jobs} and ${left.unseen} events left, ${left.dead} given up`,
    };
  } finally {
    over.abort();
    listening.abort();
    await stop();
    await Promise.all(Object.values(balancers).map((balancer) => balancer.close()));
  }
}
