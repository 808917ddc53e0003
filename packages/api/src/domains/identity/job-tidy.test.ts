import { withTestDatabase } from '@studyspot/db/testing/database';
import { makeWorld } from '@studyspot/db/testing/world';
import { expect, test } from 'vitest';
import { startTestWorker } from '../../testing/worker.ts';
import { jobTidy } from './job-tidy.ts';
import { scheduleTidy } from './schedule-tidy.ts';

test('two workers remove all that is over, of more tenants than a step takes, and say how much', async () => {
  const database = await withTestDatabase();
  const { sql } = database;
  const world = await makeWorld(database);
  await sql`insert into tenants (id, name, slug, email) select uuidv7(), 'T', 'many-' || n, 'a@b.c' from generate_series(1, 250) n`;
  await sql`insert into idempotency_keys (tenant_id, key, procedure, body_hash, created_at)
    select t.id, 'k' || n, 'p', '\\x00', now() - make_interval(hours => case when n = 1 then 1 else 30 end)
      from tenants t, generate_series(1, 4) n`;
  await sql`insert into one_time_tokens (token_hash, purpose, user_id, expires_at)
    select sha256(n::text::bytea), 'reset', ${world.a.owner.userId}, now() - interval '2 days' from generate_series(1, 500) n`;
  const said = { scheduleTidy, jobTidy };
  const workers = [
    startTestWorker(database, said, { scheduleMs: 20 }),
    startTestWorker(database, said, { scheduleMs: 20 }),
  ];
  const left = async () =>
    (
      await sql`select (select count(*)::int from idempotency_keys where created_at < now() - interval '1 day') as keys, (select count(*)::int from one_time_tokens) as tokens,
      (select count(*)::int from jobs) as jobs`
    )[0];
  await expect.poll(left, { timeout: 15_000 }).toEqual({ keys: 0, tokens: 0, jobs: 0 });
  await Promise.all(workers.map((worker) => worker.stop()));
  const [told] = await sql`select note, last_at is not null as "isDated" from job_tallies where kind = 'jobTidy'`;
  expect(told?.['note']).toMatch(/^removed \d+ tokens, 0 sessions, \d+ kept answers and \d+ notices$/);
  expect(told?.['isDated']).toBe(true);
  const [young] = await sql`select count(*)::int as n from idempotency_keys where key = 'k1'`;
  expect(young?.['n']).toBeGreaterThan(250);
  await database.drop();
});
