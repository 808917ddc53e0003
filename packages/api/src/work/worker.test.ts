import { setTimeout as pause } from 'node:timers/promises';
import { sql as query } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { makeWorld, type World } from '@studyspot/db/testing/world';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startTestWorker } from '../testing/worker.ts';
import { beginJob } from './begin-job.ts';
import { GiveUp, job, outsideJob, schedule, subscriber, type WorkScope } from './say.ts';
import type { Said, Worker } from './worker.ts';

let database: TestDatabase;
let world: World;
const workers: Worker[] = [];

beforeAll(async () => {
  database = await withTestDatabase();
  world = await makeWorld(database);
  await database.sql`create table effects (tenant uuid not null default current_setting('app.tenant_id')::uuid,
    what text not null, at timestamptz not null default clock_timestamp(), nr bigint generated always as identity)`;
  await database.sql`grant insert on effects to ss_system`;
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await database.sql`delete from effects`;
  await database.sql`delete from jobs`;
  await database.sql`delete from job_pauses`;
  await database.sql`delete from job_subscribers`;
});
afterAll(() => database.drop());

const begin = (said: Readonly<Record<string, Said>>, times = {}): Worker => {
  const worker = startTestWorker(database, said, times);
  workers.push(worker);
  return worker;
};
const effect = ({ db }: WorkScope, what: string) => db.run(query`insert into effects (what) values (${what})`);
const effects = async () =>
  (await database.sql<{ what: string }[]>`select what from effects order by nr`).map(({ what }) => what);
const jobsNow = () => database.sql<
  { kind: string; state: string; attempt: number; error: string | null; id: string }[]
>`
  select kind, state, attempt, error, id from jobs order by seq`;
const known = async (kind: string) => {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await database.sql`select 1 from job_subscribers where kind = ${kind}`;
    if (row) return;
    await pause(10);
  }
};
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return;
    await pause(10);
  }
  throw new Error('it did not come to that');
}
const happen = (tenant: string, name: string, subject: string) => database.sql`
  insert into domain_events (tenant_id, name, subject_kind, subject_id, after)
    values (${tenant}, ${name}, 'library', ${subject}, ${database.sql.json({ n: subject })})`;
const add = (tenant: string, kind: string, payload: object, more = {}) => {
  const own = openWorkDatabase({ url: database.urls.system });
  const { key = null, lane = null, attempts = 3, member = null, permission = null } = more as Record<string, never>;
  return own
    .ask(
      `select jobs.add($1,'plain',$2,$3,$4::jsonb,0,$5::int,null,$6::uuid,$7) as id`,
      [kind, key, lane, JSON.stringify(payload), attempts, member, permission],
      tenant,
    )
    .finally(() => own.close());
};
const soon = { attempts: 3, afterSeconds: () => 0.02 };

test('when something is committed its subscriber does its part, once, under the claim of its tenant', async () => {
  const { a, b } = world;
  const onOpened = subscriber({
    events: ['library.opened'],
    run: async (scope, { name, subject, after }) => effect(scope, `${name} ${subject.id} ${after?.['n']}`),
  });
  begin({ onOpened });
  begin({ onOpened });
  await known('onOpened');
  await happen(a.id, 'library.opened', 'one');
  await happen(b.id, 'library.opened', 'two');
  await happen(b.id, 'library.closed', 'three');
  await until(async () => (await effects()).length === 2);
  await pause(150);
  const found = await database.sql`select tenant, what from effects order by what`;
  expect([...found]).toEqual([
    { tenant: a.id, what: 'library.opened one one' },
    { tenant: b.id, what: 'library.opened two two' },
  ]);
  expect(await jobsNow()).toHaveLength(0);
});

test('of one subject nothing overtakes, whoever does it and however long it takes; of others it does', async () => {
  const { a } = world;
  const onMoved = subscriber({
    events: ['library.moved'],
    ordered: true,
    run: async (scope, { subject, after }) => {
      await pause(Math.random() * 8);
      await effect(scope, `${subject.id} ${after?.['n']}`);
    },
  });
  begin({ onMoved });
  begin({ onMoved });
  await known('onMoved');
  const rows = Array.from({ length: 60 }, (_, n) => ({ subject: `s${n % 3}`, n }));
  for (const { subject, n } of rows)
    await database.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id, after)
      values (${a.id}, 'library.moved', 'library', ${subject}, ${database.sql.json({ n })})`;
  await until(async () => (await effects()).length === rows.length);
  for (const subject of ['s0', 's1', 's2'])
    expect((await effects()).filter((what) => what.startsWith(subject))).toEqual(
      rows.filter((row) => row.subject === subject).map(({ n }) => `${subject} ${n}`),
    );
});

test('what fails leaves nothing behind, is tried again, and given up with its reason', async () => {
  const tries: number[] = [];
  const jobBroken = job({
    payload: z.object({}),
    retry: soon,
    run: async (scope) => {
      tries.push(performance.now());
      await effect(scope, 'never');
      throw new Error('the printer is out of paper');
    },
  });
  begin({ jobBroken });
  await add(world.a.id, 'jobBroken', {});
  await until(async () => (await jobsNow())[0]?.state === 'dead');
  expect(tries).toHaveLength(3);
  expect(await effects()).toEqual([]);
  expect((await jobsNow())[0]).toMatchObject({ attempt: 3, error: 'Error: the printer is out of paper' });
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  const tallies =
    await database.sql`select done::int, failed::int, last_error from job_tallies where kind = 'jobBroken'`;
  expect([...tallies]).toEqual([{ done: 0, failed: 3, last_error: 'Error: the printer is out of paper' }]);
});

test('what can never succeed is given up at once, and goes on when somebody replays it', async () => {
  let isMended = false;
  const jobOnce = job({
    payload: z.object({ n: z.number() }),
    run: async (scope, { n }) => {
      if (!isMended) throw new GiveUp('there is no such library');
      await effect(scope, `done ${n}`);
    },
  });
  begin({ jobOnce });
  await add(world.a.id, 'jobOnce', { n: 7 });
  await until(async () => (await jobsNow())[0]?.state === 'dead');
  expect((await jobsNow())[0]).toMatchObject({ attempt: 1, error: 'GiveUp: there is no such library' });
  isMended = true;
  const [dead] = await jobsNow();
  await database.sql.begin(async (sql) => {
    await sql`select set_config('app.tenant_id', ${PLATFORM_ID}, true)`;
    await sql`select jobs.replay(${world.a.id}, ${dead?.id ?? ''})`;
  });
  await until(async () => (await effects()).includes('done 7'));
});

test('a lane goes on behind what was given up', async () => {
  const jobStep = job({
    payload: z.object({ n: z.number() }),
    run: async (scope, { n }) => {
      if (n === 1) throw new GiveUp('no');
      await effect(scope, `step ${n}`);
    },
  });
  for (const n of [1, 2, 3]) await add(world.a.id, 'jobStep', { n }, { lane: 'x' });
  expect((await jobsNow()).map(({ state }) => state)).toEqual(['waiting', 'behind', 'behind']);
  begin({ jobStep });
  await until(async () => (await effects()).length === 2);
  expect(await effects()).toEqual(['step 2', 'step 3']);
});

test('one of its key is open at a time', async () => {
  const jobKeyed = job({ payload: z.object({}), run: async (scope) => effect(scope, 'keyed') });
  const ids = [
    await add(world.a.id, 'jobKeyed', {}, { key: 'k' }),
    await add(world.a.id, 'jobKeyed', {}, { key: 'k' }),
  ];
  expect(ids.map(([row]) => row?.['id'] !== null)).toEqual([true, false]);
  begin({ jobKeyed });
  await until(async () => (await jobsNow()).length === 0);
  expect(await effects()).toEqual(['keyed']);
});

test('a job of a closed tenant waits, and loses no attempt', async () => {
  const { b } = world;
  await database.sql`update tenants set status = 'suspended', suspended_reason = 'r', suspended_at = now() where id = ${b.id}`;
  const jobPlain = job({ payload: z.object({}), run: async (scope) => effect(scope, 'plain') });
  await add(b.id, 'jobPlain', {});
  await add(world.a.id, 'jobPlain', {});
  begin({ jobPlain });
  await until(async () => (await effects()).length === 1);
  await pause(150);
  expect(await jobsNow()).toMatchObject([{ state: 'waiting', attempt: 0 }]);
  await database.sql`update tenants set status = 'active', suspended_reason = null, suspended_at = null where id = ${b.id}`;
  await until(async () => (await effects()).length === 2);
});

test('what somebody begins ends with their right to it', async () => {
  const { a } = world;
  const jobOwned = job({
    payload: z.object({}),
    permission: 'libraries:create',
    run: async (scope) => effect(scope, `for ${scope.job.userId}`),
  });
  begin({ jobOwned });
  const permission = 'libraries:create';
  await add(a.id, 'jobOwned', {}, { member: a.owner.membershipId, permission });
  await add(a.id, 'jobOwned', {}, { member: a.staff.membershipId, permission });
  await until(async () => (await jobsNow()).some(({ state }) => state === 'dead') && (await effects()).length === 1);
  expect(await effects()).toEqual([`for ${a.owner.userId}`]);
  expect(await jobsNow()).toMatchObject([{ state: 'dead', error: 'whoever began it may no longer do this' }]);
});

test('the outside is called between two transactions, with what was prepared', async () => {
  const steps: string[] = [];
  const jobCall = outsideJob({
    payload: z.object({ to: z.string() }),
    queue: 'plain',
    prepare: async (scope, { to }) => {
      await effect(scope, `meant ${to}`);
      return to === 'nobody' ? null : { to };
    },
    call: async ({ to }) => {
      steps.push(...(await effects()));
      return `answer of ${to}`;
    },
    record: async (scope, answer) => effect(scope, answer),
  });
  begin({ jobCall });
  await add(world.a.id, 'jobCall', { to: 'asha' });
  await until(async () => (await jobsNow()).length === 0);
  expect(steps).toEqual(['meant asha']);
  expect(await effects()).toEqual(['meant asha', 'answer of asha']);
  await add(world.a.id, 'jobCall', { to: 'nobody' });
  await until(async () => (await jobsNow()).length === 0);
  expect(steps).toHaveLength(1);
});

test('of many workers one begins what is due, and a follow-up stands with what began it', async () => {
  const jobFollow = job({
    payload: z.object({ n: z.number() }),
    run: async (scope, { n }) => effect(scope, `follow ${n}`),
  });
  const scheduleOften = schedule({
    at: { minutes: 1 },
    run: async (scope) => {
      await effect(scope, 'due');
      await beginJob(scope, 'jobFollow', jobFollow, { n: 1 });
    },
  });
  for (let n = 0; n < 3; n++) begin({ scheduleOften, jobFollow }, { scheduleMs: 20 });
  await until(async () => (await effects()).includes('follow 1'));
  await pause(200);
  // A minute may have begun meanwhile.
  expect((await effects()).filter((what) => what === 'due').length).toBeLessThanOrEqual(2);
});

test('a pause holds a queue, a tenant’s jobs, or one of the other', async () => {
  const { a, b } = world;
  const jobPlain = job({ payload: z.object({}), run: async (scope) => effect(scope, 'plain') });
  await database.sql`insert into job_pauses (queue, for_tenant, reason) values ('plain', ${a.id}, 'asked by support')`;
  await add(a.id, 'jobPlain', {});
  await add(b.id, 'jobPlain', {});
  begin({ jobPlain });
  await until(async () => (await effects()).length === 1);
  await pause(150);
  expect(await effects()).toHaveLength(1);
  await database.sql`delete from job_pauses`;
  await until(async () => (await effects()).length === 2);
});

test('a worker that hangs loses its job to another, and what it does late is undone', async () => {
  let isFirst = true;
  let wake: () => void = () => undefined;
  const hanging = new Promise<void>((done) => (wake = done));
  const jobSlow = job({
    payload: z.object({}),
    mostSeconds: 0.05,
    run: async (scope) => {
      if (isFirst) {
        isFirst = false;
        await effect(scope, 'first');
        await hanging;
        return;
      }
      await effect(scope, 'second');
    },
  });
  begin({ jobSlow }, { leaseMs: 150, upkeepMs: 20 });
  begin({ jobSlow }, { leaseMs: 150, upkeepMs: 20 });
  await add(world.a.id, 'jobSlow', {});
  await until(async () => (await effects()).includes('second'));
  wake();
  await pause(150);
  expect(await effects()).toEqual(['second']);
  expect(await jobsNow()).toHaveLength(0);
});
