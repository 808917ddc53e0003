import { setTimeout as pause } from 'node:timers/promises';
import type { Tidied } from '@studyspot/db/identity';
import { openDatabase } from '@studyspot/db/tenancy/database';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { makeWorld } from '@studyspot/db/testing/world';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keepHouse } from './housekeeping.ts';

const quiet = () => ({ info: vi.fn(), warn: vi.fn() });
const soon = { everyMs: 5, pauseMs: 1, random: () => 0.5 };
const step = (more: boolean, after: string | null = null): Tidied => ({ tokens: 1, sessions: 0, keys: 2, after, more });

let database: TestDatabase;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.drop());

test('a round goes on behind the last tenant until nothing is left, and a failure is tried again', async () => {
  const log = quiet();
  const tidy = vi
    .fn(async (_after: string | null, _most: number): Promise<Tidied | null> => null)
    .mockResolvedValueOnce(step(true, 'a'))
    .mockResolvedValueOnce(step(true, 'b'))
    .mockResolvedValueOnce(step(false))
    .mockRejectedValueOnce(new Error('away'));
  const house = keepHouse({ tidy }, log, soon);
  await vi.waitFor(() => expect(tidy.mock.calls.length).toBeGreaterThan(6));
  await house.stop();
  expect(tidy.mock.calls.slice(0, 5).map(([after]) => after)).toEqual([null, 'a', 'b', null, null]);
  expect(log.info.mock.calls).toEqual([[{ tokens: 3, sessions: 0, keys: 6 }, 'housekeeping removed']]);
  expect(log.warn).toHaveBeenCalledTimes(1);
});

test('a stop waits for the step that runs, and nothing follows', async () => {
  let running = 0;
  const tidy = vi.fn(async () => {
    running++;
    await pause(50);
    running--;
    return step(true);
  });
  const house = keepHouse({ tidy }, quiet(), soon);
  await vi.waitFor(() => expect(running).toBe(1));
  await house.stop();
  expect(running).toBe(0);
  const calls = tidy.mock.calls.length;
  await pause(40);
  expect(tidy.mock.calls.length).toBe(calls);
});

test('two processes remove all that is over, of more tenants than a step takes', async () => {
  const { sql } = database;
  const world = await makeWorld(database);
  await sql`insert into tenants (id, name, slug, email) select uuidv7(), 'T', 'many-' || n, 'a@b.c' from generate_series(1, 250) n`;
  await sql`insert into idempotency_keys (tenant_id, key, procedure, body_hash, created_at)
    select t.id, 'k' || n, 'p', '\\x00', now() - make_interval(hours => case when n = 1 then 1 else 30 end)
      from tenants t, generate_series(1, 4) n`;
  await sql`insert into one_time_tokens (token_hash, purpose, user_id, expires_at)
    select sha256(n::text::bytea), 'reset', ${world.a.owner.userId}, now() - interval '2 days' from generate_series(1, 500) n`;
  const left = async () => {
    const [row] = await sql<{ keys: number; tokens: number }[]>`
      select (select count(*)::int from idempotency_keys where key like 'k_') as keys,
        (select count(*)::int from one_time_tokens) as tokens`;
    return { ...row };
  };
  const [{ tenants } = { tenants: 0 }] = await sql<{ tenants: number }[]>`select count(*)::int as tenants from tenants`;
  const urls = { auth: database.urls.auth, tenant: database.urls.tenant };
  const processes = [openDatabase({ urls }), openDatabase({ urls })];
  const logs = [quiet(), quiet()];
  const houses = processes.map((each, index) =>
    keepHouse(each.identity, logs[index] ?? quiet(), { ...soon, most: 50 }),
  );
  await vi.waitFor(async () => expect(await left()).toEqual({ keys: tenants, tokens: 0 }), { timeout: 10_000 });
  await Promise.all(houses.map((house) => house.stop()));
  await Promise.all(processes.map((each) => each.close()));
  for (const log of logs) expect(log.warn).not.toHaveBeenCalled();
});
