import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { settings } from '@studyspot/db/schema/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { placeApp, removeApp } from '../app-here.ts';
import { line } from '../fields.ts';
import { ownerCallerFor } from '../http/caller.ts';
import { ownerRouter } from '../root.ts';
import { ask, cookieOf, openTestServers, type TestServers } from '../testing/server.ts';
import { router } from './router.ts';
import { tenantProcedure } from './tenant.ts';

const put = router({
  put: tenantProcedure('settings:update')
    .input(z.object({ requestKey: z.guid(), key: line(100) }))
    .output(z.object({ key: z.string() }))
    .creates(async ({ db }, { key }) => {
      await db.insert(settings).values({ key, value: 1 });
      db.record({ name: 'setting.changed', subject: { kind: 'setting', id: key } });
      return { key };
    }),
});

let servers: TestServers;
beforeAll(async () => {
  servers = await openTestServers();
});
afterAll(() => servers.close());

test('a database that is away is 6003: nothing happened, try again', async () => {
  const nowhere = 'postgres://ss_tenant:x@127.0.0.1:1/nothing';
  const server = await servers.start('owner', put, { DATABASE_URL_TENANT: nowhere, DATABASE_URL_AUTH: nowhere });
  const reply = await ask(server, cookieOf(servers.world.a.owner), 'put', {
    requestKey: randomUUID(),
    key: 'test.away',
  });
  expect(reply).toMatchObject({ status: 503, error: { number: 6003 } });
  expect(reply.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
});

test('a commit whose answer was lost is 6001, and the same key then tells what became of it', async () => {
  const { sql } = servers.database;
  // The commit itself takes a moment, in which its connection is killed.
  await sql.unsafe(`
    create function slow_commit() returns trigger language plpgsql security definer as
      $$ begin perform pg_sleep(0.6); return null; end $$;
    create constraint trigger slow_commit after insert on settings deferrable initially deferred
      for each row when (new.key = 'test.lost') execute function slow_commit()`);
  const server = await servers.start('owner', put);
  const cookie = cookieOf(servers.world.a.owner);
  const input = { requestKey: randomUUID(), key: 'test.lost' };
  const asked = ask(server, cookie, 'put', input);
  for (let killed = 0; killed === 0; await pause(10)) {
    const rows = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'ss_tenant' and state = 'active' and query ilike 'commit%'`;
    killed = rows.length;
  }
  expect(await asked).toMatchObject({ status: 500, error: { number: 6001 } });
  await sql`drop trigger slow_commit on settings`;
  expect((await ask(server, cookie, 'put', input)).data).toEqual({ key: 'test.lost' });
  const [row] = await sql`select count(*)::int as n from settings where key = 'test.lost'`;
  expect(row?.n).toBe(1);
});

test('pages and the API share one set of connections', async () => {
  const server = await servers.start('owner', ownerRouter);
  placeApp(server.app);
  try {
    expect(() => placeApp(server.app)).toThrow('an app already');
    const cookie = cookieOf(servers.world.b.owner);
    const page = () => ownerCallerFor(new Headers({ cookie })).libraries.list({ limit: 5 });
    const api = async () => (await ask(server, cookie, 'libraries.list', { limit: 5 })).data;
    const [first, second] = await Promise.all([page(), api()]);
    expect(second).toEqual(first);
    await Promise.all(Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? page() : api())));
    const names = ['ss_tenant', 'ss_auth', 'ss_platform'];
    const rows = await servers.database.sql`select usename, count(*)::int as n from pg_stat_activity
      where datname = current_database() and usename in ${servers.database.sql(names)} group by usename`;
    const counts = new Map(rows.map(({ usename, n }) => [usename, Number(n)]));
    // One portal holds at most 8 and 2; the other servers of this file have ended or hold one.
    expect(counts.get('ss_tenant') ?? 0).toBeLessThanOrEqual(10);
    expect(counts.get('ss_auth') ?? 0).toBeLessThanOrEqual(4);
    expect(counts.get('ss_platform') ?? 0).toBe(0);
  } finally {
    removeApp();
  }
});

test('a caller in the process gets the same refusals', async () => {
  const server = await servers.start('owner', ownerRouter);
  placeApp(server.app);
  try {
    const nobody = ownerCallerFor(new Headers());
    await expect(nobody.libraries.list({})).rejects.toMatchObject({
      cause: { name: 'AppError', code: 'unauthorized' },
    });
    const staff = ownerCallerFor(new Headers({ cookie: cookieOf(servers.world.a.staff) }));
    await expect(staff.staff.list({})).rejects.toMatchObject({ cause: { code: 'insufficient_permissions' } });
  } finally {
    removeApp();
  }
});
