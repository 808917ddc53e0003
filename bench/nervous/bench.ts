import { setTimeout as pause } from 'node:timers/promises';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import type { TestDatabase } from '@studyspot/db/testing/database';
import { makeWorkerUtils } from 'graphile-worker';
import { median, percentile, usageOf } from '../foundation/measure.ts';
import { commitRatios } from './commits.ts';
import { child, countOf, openGround } from './ground.ts';

const bars = {
  heardMs: 400,
  relayed: 5_000,
  jobs: 1_500,
  others: 1_000,
  event: 0.6,
  before: 0.95,
  idleCpu: 0.01,
  idleTx: 20,
};
const WORKERS = 2;

type Quick = { quick: boolean };

async function workersOf(test: TestDatabase, kind: 'ours' | 'theirs', count = WORKERS) {
  const url = kind === 'ours' ? test.urls.system : test.ownerUrl;
  const all = await Promise.all(Array.from({ length: count }, () => child(`${kind}.ts`, [url])));
  return { all, end: () => Promise.all(all.map((one) => one.end())) };
}

const known = async (test: TestDatabase) => {
  while ((await countOf(test, 'job_subscribers')) === 0) await pause(20);
};

/** From commit to the row that its subscriber writes, at a pace that a busy day has. */
async function heard({ quick }: Quick): Promise<number> {
  const { test, tenants } = await openGround(20);
  const workers = await workersOf(test, 'ours');
  await known(test);
  const events = quick ? 100 : 600;
  for (let n = 0; n < events; n++) {
    await test.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
      values (${tenants[n % tenants.length] ?? ''}, 'bench.happened', 'bench', ${String(n)})`;
    await pause(Math.random() * 50);
  }
  while ((await countOf(test, 'effects')) < events) await pause(20);
  await workers.end();
  const rows = await test.sql<{ ms: number }[]>`
    select (extract(epoch from at - asked) * 1000)::float8 as ms from effects order by 1`;
  await test.drop();
  return percentile(
    rows.map(({ ms }) => ms),
    0.95,
  );
}

/** Events that lie there, each becoming a job: how fast one worker relays them, nothing being done yet. */
async function relayed({ quick }: Quick): Promise<number> {
  const { test, tenants } = await openGround(50);
  const database = openWorkDatabase({ url: test.urls.system });
  const events = quick ? 10_000 : 60_000;
  await database.ask(
    `select jobs.subscribe('[{"kind":"onBench","events":["bench.happened"],"queue":"plain","ordered":false,"attempts":8}]')`,
    [],
  );
  await test.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
    select t.id, 'bench.happened', 'bench', n::text from generate_series(1, ${events}) n
      join (select id, row_number() over () as nr from tenants) t on t.nr = n % ${tenants.length} + 1`;
  const begun = performance.now();
  for (let more = true; more; ) {
    const [row] = await database.ask('select jobs.relay_batch(500) as batch', []);
    more = (row?.['batch'] as { more: boolean } | null)?.more === true;
  }
  const seconds = (performance.now() - begun) / 1000;
  const made = await countOf(test, 'jobs');
  await database.close();
  await test.drop();
  return made / seconds;
}

/** From the first row that was written to the last: how long a process takes to start is no matter. */
async function rateOf(test: TestDatabase, workers: { end(): Promise<unknown> }, jobs: string): Promise<number> {
  while ((await countOf(test, jobs)) > 0) await pause(100);
  await workers.end();
  const [row] = await test.sql<{ rate: number }[]>`
    select (count(*) / extract(epoch from max(at) - min(at)))::float8 as rate from effects`;
  await test.drop();
  return row?.rate ?? 0;
}

async function ourJobs(jobs: number): Promise<number> {
  const { test } = await openGround(20);
  await test.sql`insert into jobs (for_tenant, queue, kind)
    select t.id, 'plain', 'jobBench' from tenants t, generate_series(1, ${jobs / 20}) n where t.kind = 'library'`;
  const workers = await workersOf(test, 'ours');
  return await rateOf(test, workers, 'jobs');
}

async function theirJobs(jobs: number): Promise<number> {
  const { test, tenants } = await openGround(20);
  // As it comes: its own queries want scans that our settings forbid.
  await test.sql.unsafe(`alter database ${test.name} reset all`);
  const utils = await makeWorkerUtils({ connectionString: test.ownerUrl });
  await utils.migrate();
  for (let n = 0; n < jobs; n += 1_000)
    await utils.addJobs(
      Array.from({ length: 1_000 }, (_, at) => ({
        identifier: 'bench',
        payload: { tenant: tenants[at % tenants.length] },
      })),
    );
  await utils.release();
  const workers = await workersOf(test, 'theirs');
  return await rateOf(test, workers, 'graphile_worker.jobs');
}

/** Round by round: a machine that is slow for a while is so for both. */
async function jobsBesideTheirs({ quick }: Quick): Promise<{ ours: number; theirs: number; ratio: number }> {
  const rounds = await rounded(quick ? 1 : 3, async () => {
    const jobs = quick ? 4_000 : 20_000;
    return { ours: await ourJobs(jobs), theirs: await theirJobs(jobs) };
  });
  const over = (pick: (round: { ours: number; theirs: number }) => number) => median(rounds.map(pick));
  return {
    ours: over(({ ours }) => ours),
    theirs: over(({ theirs }) => theirs),
    ratio: over((r) => r.ours / r.theirs),
  };
}

async function rounded<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let n = 0; n < count; n++) all.push(await run());
  return all;
}

/** How long others wait while one tenant has a mountain of jobs. */
async function others({ quick }: Quick): Promise<{ ms: number; left: number }> {
  const { test, tenants } = await openGround(51);
  const [large = '', ...small] = tenants;
  await test.sql`insert into jobs (for_tenant, queue, kind)
    select ${large}::uuid, 'plain', 'jobBench' from generate_series(1, 100000) n`;
  const workers = await workersOf(test, 'ours');
  const database = openWorkDatabase({ url: test.urls.system });
  const seconds = quick ? 3 : 15;
  for (let n = 0; n < seconds * small.length; n++) {
    await database.ask(
      `select jobs.add('jobBench','plain',null,null,jsonb_build_object('asked', clock_timestamp()),0,8,null,null,null)`,
      [],
      small[n % small.length],
    );
    await pause(1000 / small.length);
  }
  const left = await countOf(test, `jobs where for_tenant = '${large}'`);
  while ((await countOf(test, `jobs where for_tenant <> '${large}'`)) > 0) await pause(20);
  await workers.end();
  await database.close();
  const rows = await test.sql<{ ms: number }[]>`
    select (extract(epoch from at - asked) * 1000)::float8 as ms from effects where asked is not null order by 1`;
  await test.drop();
  return {
    ms: percentile(
      rows.map(({ ms }) => ms),
      0.95,
    ),
    left,
  };
}

async function idle({ quick }: Quick): Promise<{ cpu: number; tx: number }> {
  const { test } = await openGround(20);
  const workers = await workersOf(test, 'ours', 1);
  await known(test);
  await pause(8_000);
  const pid = workers.all[0]?.process.pid ?? 0;
  const commits = async () =>
    Number(
      (
        await test.sql`select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()`
      )[0]?.['n'],
    );
  const before = { cpu: usageOf(pid).cpuMs, tx: await commits(), at: performance.now() };
  await pause(quick ? 10_000 : 60_000);
  // The server tells its counters with a delay of up to a second.
  const seconds = (performance.now() - before.at) / 1000;
  const found = {
    cpu: (usageOf(pid).cpuMs - before.cpu) / 1000 / seconds,
    tx: ((await commits()) - before.tx) / seconds,
  };
  await workers.end();
  await test.drop();
  return found;
}

export async function run(options: Quick): Promise<{ passed: boolean; line: string }> {
  const told = (what: string) => console.log(`  ${what}`);
  const heardMs = await heard(options);
  told(`commit to subscriber p95 ${heardMs.toFixed(0)} ms`);
  const relay = await relayed(options);
  told(`${relay.toFixed(0)} events relayed a second, a job each`);
  const jobs = await jobsBesideTheirs(options);
  told(`${jobs.ours.toFixed(0)} jobs a second, graphile-worker ${jobs.theirs.toFixed(0)}: ${jobs.ratio.toFixed(2)} x`);
  const beside = await others(options);
  told(`others wait p95 ${beside.ms.toFixed(0)} ms beside 100,000 of one, of which ${beside.left} are left`);
  const commits = await commitRatios(options);
  told(
    `commits with an event ${commits.event.toFixed(2)} x those without, ${commits.before.toFixed(2)} x those before the relay`,
  );
  const rest = await idle(options);
  told(`idle ${(rest.cpu * 100).toFixed(1)} % of a core, ${rest.tx.toFixed(1)} transactions a second`);
  const passed =
    heardMs <= bars.heardMs &&
    relay >= bars.relayed &&
    jobs.ours >= bars.jobs &&
    beside.ms <= bars.others &&
    beside.left > 0 &&
    commits.event >= bars.event &&
    commits.before >= bars.before &&
    rest.cpu <= bars.idleCpu &&
    rest.tx <= bars.idleTx;
  const line =
    `nervous: subscriber p95 ${heardMs.toFixed(0)} ms (bar ${bars.heardMs}), ${relay.toFixed(0)} events/s (${bars.relayed}), ` +
    `${jobs.ours.toFixed(0)} jobs/s (${bars.jobs}), ${jobs.ratio.toFixed(2)} x graphile-worker (goal 1), others p95 ${beside.ms.toFixed(0)} ms (${bars.others}), ` +
    `commits ${commits.event.toFixed(2)} (${bars.event}) and ${commits.before.toFixed(2)} (${bars.before}), ` +
    `idle ${(rest.cpu * 100).toFixed(1)} % and ${rest.tx.toFixed(1)} tx/s (1 %, ${bars.idleTx}), ${passed ? 'passed' : 'FAILED'}`;
  return { passed, line };
}
