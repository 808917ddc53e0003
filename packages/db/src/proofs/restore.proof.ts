import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { rawConnection } from '../raw-connection.ts';
import { PLATFORM_ID } from '../schema/platform.ts';
import { startTestCluster } from '../testing/cluster.ts';
import { withTestDatabase } from '../testing/database.ts';
import { edited } from '../testing/load-mutant.ts';
import { databaseUrl } from '../testing/template.ts';
import { dump, restore } from './restored.ts';
import { underClaim } from './under-claim.ts';

// A cluster is lost, and what was dumped of it goes on in another: numbers of transactions begin anew there, those of
// events and jobs must not.

const SUBJECTS = 3;
const LEASE_MS = 1_000;

const byMigrator = (url: string) => migrate({ url, secret: 'proofs', log: () => undefined });
const asked = <T>(sql: Sql, text: string) => underClaim<T>(sql, PLATFORM_ID, text);

async function onCluster(server: PostgresServer, text: string): Promise<void> {
  const admin = rawConnection(server.url);
  await admin.unsafe(text);
  await admin.end();
}

interface Life {
  tenant: string;
  /** What its jobs did before the dump, and the one that was given up. */
  done: string[];
  dead: string;
  line: string;
  numbers: { event: number; job: number };
}

const happen = (on: Pick<Sql, 'unsafe'>, tenant: string, subject: number | string) =>
  on.unsafe(`insert into domain_events (tenant_id, name, subject_kind, subject_id)
    values ('${tenant}', 'proof.told', 'x', '${subject}')`);
const relay = (sql: Sql) => asked<{ line: string }>(sql, 'select jobs.relay_batch(100) as value');

interface Claimed {
  tenant: string;
  job: string;
  attempt: number;
  event: string;
}
const claim = (sql: Sql) =>
  asked<Claimed>(
    sql,
    `select row_to_json(c) as value
       from jobs.claim('plain', 1, 9, 99, null, interval '${LEASE_MS} milliseconds') c`,
  );
const finish = (sql: Sql, { tenant, job, attempt }: Claimed) =>
  underClaim(sql, tenant, `select jobs.finish('${job}', ${attempt}) as value`);
const fail = (sql: Sql, { tenant, job, attempt }: Claimed, again: string) =>
  underClaim(sql, tenant, `select jobs.fail('${job}', ${attempt}, 'refused', ${again}) as value`);

async function claimed(sql: Sql): Promise<Claimed> {
  const found = await claim(sql);
  if (!found) throw new Error('a job was wanted');
  return found;
}

/** Jobs in each state, events that were not relayed, and a writer whose number no dump will ever hold. */
async function live(sql: Sql): Promise<Life> {
  const [made] = await sql`
    insert into tenants (name, slug, email, status) values ('T', 't', 't@example.test', 'active') returning id`;
  const tenant = String(made?.['id']);
  await asked(
    sql,
    `select jobs.subscribe('[{"kind":"onTold","events":["proof.told"],"queue":"plain","ordered":true,"attempts":8}]')`,
  );
  // Far beyond those that a fresh cluster begins with.
  await sql.unsafe('do $$ begin for n in 1..3000 loop perform pg_current_xact_id(); commit; end loop; end $$');
  for (let n = 0; n < 6 * SUBJECTS; n++) await happen(sql, tenant, n % SUBJECTS);
  await relay(sql);
  const done: string[] = [];
  for (let n = 0; n < SUBJECTS; n++) {
    const one = await claimed(sql);
    await finish(sql, one);
    done.push(one.event);
  }
  const refused = await claimed(sql);
  await fail(sql, refused, 'null');
  await fail(sql, await claimed(sql), `interval '1 second'`);
  await claimed(sql);
  return { tenant, done, dead: refused.event, line: '', numbers: { event: 0, job: 0 } };
}

/** Dumped while somebody writes: events before his were relayed, and events behind it; then the mark lies beyond. */
async function dumped(sql: Sql, life: Life) {
  const writer = await sql.reserve();
  await writer`begin`;
  await happen(writer, life.tenant, 0);
  for (let n = 0; n < SUBJECTS; n++) await happen(sql, life.tenant, n);
  const batch = await relay(sql);
  for (let n = 0; n < SUBJECTS; n++) await happen(sql, life.tenant, n);
  const kept = await dump(sql);
  await writer`rollback`;
  writer.release();
  const [numbers] = await sql<{ event: number; job: number }[]>`
    select (select max(seq)::int from domain_events) as event, (select max(seq)::int from jobs) as job`;
  return { kept, life: { ...life, line: batch?.line ?? '', numbers: numbers ?? life.numbers } };
}

let fresh: PostgresServer;
let life: Life;
let count = 0;

beforeAll(async () => {
  fresh = await startTestCluster();
  await onCluster(fresh, 'create database base');
  await byMigrator(databaseUrl(fresh.url, 'base'));
  const old = await withTestDatabase();
  const sql = rawConnection(old.ownerUrl, { max: 4 });
  const { kept, life: lived } = await dumped(sql, await live(sql));
  life = lived;
  await sql.end();
  await old.drop();
  const into = rawConnection(databaseUrl(fresh.url, 'base'), { max: 1 });
  await restore(into, kept);
  await into.end();
});
afterAll(() => fresh?.stop());

/** All that is there to do, by one worker: which events had their effect, in that order. */
async function workOff(sql: Sql): Promise<string[]> {
  const done: string[] = [];
  for (const until = performance.now() + 3 * LEASE_MS; performance.now() < until; ) {
    await relay(sql);
    await asked(sql, 'select jobs.upkeep() as value');
    const one = await claim(sql);
    if (one) {
      await finish(sql, one);
      done.push(one.event);
    } else if ((await sql`select from jobs where state <> 'dead'`).length === 0) break;
    else await pause(50);
  }
  return done;
}

interface Change {
  edit?: [from: string, to: string, of?: string];
  withoutMigrator?: boolean;
}

/** As docs/running.md says it: the rows, then the migrator; portals and workers follow by themselves. */
async function goOn({ edit, withoutMigrator }: Change): Promise<void> {
  const name = `restored_${++count}`;
  const url = databaseUrl(fresh.url, name);
  await onCluster(fresh, `create database ${name} template base strategy file_copy`);
  if (!withoutMigrator) await byMigrator(url);
  const sql = rawConnection(url, { max: 4 });
  try {
    if (edit) {
      const [from, to, of = 'jobs.relay_batch'] = edit;
      const [found] = await sql`select pg_get_functiondef(${of}::regproc) as text`;
      await sql.unsafe(edited(String(found?.['text']), { file: of, from, to }));
    }
    const batch = await relay(sql);
    expect(batch?.line).toMatch(/-/);
    expect(batch?.line).not.toBe(life.line);
    const [before] =
      await sql`select array_agg(state order by state) as states from (select distinct state from jobs) s`;
    expect(before?.['states']).toEqual(['behind', 'dead', 'later', 'running', 'waiting']);
    for (let n = 0; n < SUBJECTS; n++) await happen(sql, life.tenant, n);

    const done = [...life.done, ...(await workOff(sql))];
    const events = await sql<{ id: string; seq: number; subject: string }[]>`
      select id, seq::int, subject_id as subject from domain_events where name = 'proof.told' order by seq`;
    // Nothing skipped, nothing doubled.
    expect([...done, life.dead].sort()).toEqual(events.map(({ id }) => id).sort());
    for (let n = 0; n < SUBJECTS; n++) {
      const ofSubject = events.filter(({ subject }) => subject === String(n)).map(({ id }) => id);
      // One that failed is tried again with all behind it waiting; one that was given up lets them go on.
      expect(done.filter((id) => ofSubject.includes(id))).toEqual(ofSubject.filter((id) => id !== life.dead));
    }
    expect(events.slice(-SUBJECTS).every(({ seq }) => seq > life.numbers.event)).toBe(true);
    expect([...(await sql`select state, event_id as event, error from jobs`)]).toEqual([
      { state: 'dead', event: life.dead, error: 'refused' },
    ]);
    await relay(sql);
    await relay(sql);
    const [where] = await sql`
      select cursor = (select max(seq) from domain_events) as "isThere", cardinality(early) as early from job_relay`;
    expect(where).toEqual({ isThere: true, early: 0 });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test('what was dumped goes on in a fresh cluster: nothing skipped, doubled or out of order', () => goOn({}));

const mistakes: ReadonlyArray<readonly [name: string, change: Change]> = [
  ['the mark is kept over the restore', { edit: ['r.mark_epoch is distinct from epoch', 'false'] }],
  ['the line of news goes on', { edit: ['r.home <> here', 'false'] }],
  ['numbers begin anew', { withoutMigrator: true }],
  [
    'what ran is left to the worker that it had',
    { edit: [`x.state = 'running' and x.lease_until`, `x.state = 'gone' and x.lease_until`, 'jobs.upkeep'] },
  ],
];

test.each(mistakes)('mutant: %s is found', async (_name, change) => {
  const found = await goOn(change).then(
    () => 'nothing was noticed',
    (error: Error) => error.name,
  );
  expect(found).not.toBe('nothing was noticed');
});
