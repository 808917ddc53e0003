import { setTimeout as pause } from 'node:timers/promises';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import type { TestDatabase } from '@studyspot/db/testing/database';
import { makeWorkerUtils } from 'graphile-worker';
import { median, percentile } from '../foundation/measure.ts';
import { inBrowsers } from './browsers.ts';
import { commitRatios } from './commits.ts';
import { countOf, known, openGround, workersOf } from './ground.ts';
import { idle } from './idle.ts';

type Quick = { quick: boolean };

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

interface Figure {
  what: string;
  /** As a reader wants it, and with its bar. */
  is: string;
  met: boolean;
}

const most = (what: string, value: number, bar: number, unit: string, digits = 0): Figure => ({
  what,
  is: `${value.toFixed(digits)}${unit} (at most ${bar})`,
  met: value <= bar,
});
const least = (what: string, value: number, bar: number, unit: string, { digits = 0, goal = '' } = {}): Figure => ({
  what,
  is: `${value.toFixed(digits)}${unit} (at least ${bar}${goal && `, goal ${goal}`})`,
  met: value >= bar,
});

async function browsersOf(options: Quick): Promise<Figure[]> {
  const { streams, changes, p50, p95, most: longest, lost, foreign } = await inBrowsers(options);
  const around = `p50 ${p50.toFixed(0)}, most ${longest.toFixed(0)} of ${changes} changes`;
  return [
    most(`to the other browser p95, ${around}`, p95, 700, ' ms'),
    least('streams open meanwhile', streams, 500, ''),
    most('not heard, or heard by another', lost + foreign, 0, ''),
  ];
}

async function jobsOf(options: Quick): Promise<Figure[]> {
  const { ours, theirs, ratio } = await jobsBesideTheirs(options);
  return [
    least('jobs a second', ours, 1_500, ''),
    { what: 'beside graphile-worker', is: `${theirs.toFixed(0)} a second: ${ratio.toFixed(2)} x (goal 1)`, met: true },
  ];
}

async function othersOf(options: Quick): Promise<Figure[]> {
  const { ms, left } = await others(options);
  return [most('others wait p95', ms, 1_000, ' ms'), least('of 100,000 jobs of one left meanwhile', left, 1, '')];
}

async function commitsOf(options: Quick): Promise<Figure[]> {
  const { event, before } = await commitRatios(options);
  return [
    least('commits with an event, of those without', event, 0.6, ' x', { digits: 2, goal: '0.75' }),
    least('of those before the relay', before, 0.95, ' x', { digits: 2 }),
  ];
}

async function idleOf(seconds: number): Promise<Figure[]> {
  const { worker, portals, seconds: took } = await idle(seconds);
  return [
    most(`idle for ${took.toFixed(0)} s, a worker's share of a core`, worker.cpu * 100, 1, ' %', 1),
    most(`a worker's transactions a second`, worker.tx, 20, '', 1),
    most(`two portals' share of a core`, portals.cpu * 100, 1, ' %', 1),
    // What the server itself does now and then is not the same in any two databases.
    most(`two portals' transactions a second`, portals.tx, 0.1, '', 2),
  ];
}

export async function run(options: Quick & { idleSeconds?: number }): Promise<{ passed: boolean; line: string }> {
  const seconds = options.idleSeconds ?? (options.quick ? 10 : 60);
  const parts: ReadonlyArray<() => Promise<Figure[]>> = [
    async () => [most('commit to subscriber p95', await heard(options), 400, ' ms')],
    () => browsersOf(options),
    async () => [least('events relayed a second, a job each', await relayed(options), 5_000, '')],
    () => jobsOf(options),
    () => othersOf(options),
    () => commitsOf(options),
    () => idleOf(seconds),
  ];
  const all: Figure[] = [];
  for (const part of parts)
    for (const figure of await part()) {
      all.push(figure);
      console.log(`  ${figure.met ? 'passed' : 'FAILED'}  ${figure.what}: ${figure.is}`);
    }
  const missed = all.filter(({ met }) => !met);
  const told = missed.map(({ what, is }) => `${what}: ${is}`).join('; ');
  return {
    passed: missed.length === 0,
    line: `nervous: ${all.length - missed.length} of ${all.length} figures passed${told && `; FAILED ${told}`}`,
  };
}
