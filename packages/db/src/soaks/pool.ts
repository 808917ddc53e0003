import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { rawConnection } from '../raw-connection.ts';
import { runChange, runRead } from '../tenancy/run-verb.ts';
import { Slots } from '../tenancy/slots.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { type Business, entryOf, makeWorld, type World } from '../testing/world.ts';
import { changes, reads, type Watch } from './pool-verbs.ts';
import { seeded } from './random.ts';

const transactions = 50_000;
const callers = 50;
const connections = 5;
const deadlineMs = 5000;
const hangMs = deadlineMs + 5000;

interface Tally {
  started: number;
  done: number;
  refusedStrangers: number;
  admittedStrangers: number;
  failed: Map<string, number>;
  hangs: number;
  claimsLeft: number;
  claimChecks: number;
  uncaught: number;
  kills: number;
  cancels: number;
  stalePlans: number;
}

const expectedFaults = new Set(['Unavailable', 'BadValue', 'RangeError', 'the verb changed its mind']);

function label(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'PostgresError' || error.name === 'Error' ? error.message : error.name;
}

/** Kills, cancels and stale plans for as long as the callers work. */
async function disturb(sql: Sql, tally: Tally, busy: () => boolean): Promise<void> {
  const backends = 'from pg_stat_activity where usename = $1 and datname = current_database()';
  const hit = async (what: string) =>
    (await sql.unsafe(`select ${what}(pid) from (select pid ${backends} order by random() limit 1) one`, ['ss_tenant']))
      .length;
  await sql.unsafe("set lock_timeout = '500ms'");
  for (let round = 0; busy(); round++) {
    await pause(10);
    tally.cancels += await hit('pg_cancel_backend');
    if (round % 5 === 0) tally.kills += await hit('pg_terminate_backend');
    if (round % 20 === 0) {
      const type = round % 40 === 0 ? 'bigint' : 'integer';
      const altered = sql.unsafe(`alter table libraries alter column capacity type ${type}`);
      tally.stalePlans += await altered.then(
        () => 1,
        () => 0,
      );
    }
  }
}

/** Between two verbs a connection must hold no claim and no transaction. */
async function watchClaims(slots: Slots, tally: Tally, busy: () => boolean): Promise<void> {
  const alone = { sent: () => undefined, answered: () => undefined, failed: (error: unknown) => error };
  const text = "select current_setting('app.tenant_id', true) as claim";
  while (busy()) {
    await pause(10);
    const slot = await Promise.resolve(slots.take({ lane: 'watch', key: '' }, performance.now() + deadlineMs)).catch(
      () => null,
    );
    if (!slot) continue;
    const [row] = await slot.objects(text, [], alone).catch(() => []);
    if (row) tally.claimChecks++;
    if (row?.claim) tally.claimsLeft++;
    slots.giveBack(slot);
  }
}

const AGAIN_MS = 25;

async function oneCall(slots: Slots, world: World, watch: Watch, tally: Tally): Promise<void> {
  const { random } = watch;
  const businesses: Business[] = [world.a, world.b, world.c];
  const own = random.pick(businesses);
  const member = random.pick([own.owner, own.manager, own.staff]);
  const isStranger = random.next() < 0.2;
  // A stranger has a good session, but of another tenant than the claim.
  const tenant = isStranger ? random.pick(businesses.filter((each) => each !== own)).id : own.id;
  const entry = entryOf(member, { tenant });
  const claimed = businesses.find((each) => each.id === tenant) ?? own;
  const call =
    random.next() < 0.7
      ? runRead(slots, entry, { deadlineMs }, ({ db }) => random.pick(reads)(db, claimed, watch))
      : runChange(slots, entry, { deadlineMs }, ({ db }) => random.pick(changes)(db, claimed, watch));
  try {
    const { actor } = await call;
    if (isStranger) tally.admittedStrangers++;
    else if (actor.tenantId !== own.id) watch.foreign++;
    else tally.done++;
  } catch (error) {
    const name = label(error);
    if (isStranger && name === 'Refused') tally.refusedStrangers++;
    else tally.failed.set(name, (tally.failed.get(name) ?? 0) + 1);
    // As whoever is told to come again later: at once they would use up the run while the database is away.
    if (name === 'Unavailable') await pause(AGAIN_MS);
  }
}

async function caller(slots: Slots, world: World, watch: Watch, tally: Tally, count: number): Promise<void> {
  while (tally.started < count) {
    tally.started++;
    const late = new AbortController();
    const hang = pause(hangMs, 'hang', { signal: late.signal }).catch(() => 'answered');
    const ended = await Promise.race([oneCall(slots, world, watch, tally), hang]);
    late.abort();
    if (ended === 'hang') tally.hangs++;
    if (watch.strays.length > 500) await Promise.race([Promise.all(watch.strays.splice(0)), pause(hangMs)]);
  }
}

/** Every write carries the id of the tenant that meant it. */
async function foreignWrites({ sql }: TestDatabase): Promise<number> {
  const [found] = await sql`
    select (select count(*) from libraries where manager_name <> tenant_id::text)
      + (select count(*) from domain_events where after ->> 'managerName' <> tenant_id::text) as foreign`;
  return Number(found?.foreign);
}

function summary(tally: Tally, watch: Watch, written: number, seconds: number): string {
  const failed = [...tally.failed].map(([name, times]) => `${times} ${name}`).join(', ');
  return (
    `pool: ${tally.started} transactions in ${seconds.toFixed(0)} s (${tally.done} done, ${tally.refusedStrangers} strangers refused; ` +
    `told as failed: ${failed || 'none'}), ${tally.kills} kills, ${tally.cancels} cancels, ${tally.stalePlans} stale plans: ` +
    `${watch.foreign + tally.admittedStrangers} foreign rows read, ${written} written, ${tally.hangs} hangs, ` +
    `${tally.claimsLeft} claims left behind (${tally.claimChecks} looks), ${tally.uncaught} uncaught`
  );
}

export async function run(options: { scale: number; seed: number }): Promise<{ passed: boolean; line: string }> {
  const test = await withTestDatabase();
  const world = await makeWorld(test);
  const chaos = rawConnection(test.ownerUrl);
  const slots = new Slots(test.urls.tenant, connections);
  const watch: Watch = { random: seeded(options.seed), foreign: 0, strays: [] };
  const tally: Tally = {
    started: 0,
    done: 0,
    refusedStrangers: 0,
    admittedStrangers: 0,
    failed: new Map(),
    hangs: 0,
    claimsLeft: 0,
    claimChecks: 0,
    uncaught: 0,
    kills: 0,
    cancels: 0,
    stalePlans: 0,
  };
  const onUncaught = (error: unknown) => {
    tally.uncaught++;
    tally.failed.set(`uncaught ${label(error)}`, 1);
  };
  process.on('uncaughtException', onUncaught);
  process.on('unhandledRejection', onUncaught);
  try {
    const count = Math.ceil(transactions * options.scale);
    const began = performance.now();
    let busy = true;
    const company = [disturb(chaos, tally, () => busy), watchClaims(slots, tally, () => busy)];
    await Promise.all(Array.from({ length: callers }, () => caller(slots, world, watch, tally, count)));
    await Promise.race([Promise.all(watch.strays), pause(hangMs).then(() => tally.hangs++)]);
    busy = false;
    await Promise.all(company);
    const written = await foreignWrites(test);
    const unexpected = [...tally.failed.keys()].filter((name) => !expectedFaults.has(name));
    const bad = watch.foreign + tally.admittedStrangers + written + tally.hangs + tally.claimsLeft + tally.uncaught;
    // A run in which nothing was disturbed, or hardly anything got through, shows nothing.
    const tried = tally.kills > 0 && tally.cancels > 0 && tally.stalePlans > 0 && tally.claimChecks > 0;
    const passed = bad === 0 && unexpected.length === 0 && tried && tally.done > count * 0.3;
    return { passed, line: summary(tally, watch, written, (performance.now() - began) / 1000) };
  } finally {
    process.off('uncaughtException', onUncaught);
    process.off('unhandledRejection', onUncaught);
    await Promise.race([slots.close(), pause(3000)]);
    await chaos.end();
    await test.drop();
  }
}
