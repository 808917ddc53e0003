import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { placeApp, removeApp } from '../app-here.ts';
import { runWithRequest } from '../request.ts';
import { ownerRouter } from '../root.ts';
import { openStage, type Stage } from '../sign-in/testing/stage.ts';
import { ask, cookieOf, headersOf, openTestServers, type TestServers } from '../testing/server.ts';
import { ownerCallerFor } from './caller.ts';

let servers: TestServers;
let stage: Stage;
beforeAll(async () => {
  servers = await openTestServers();
  stage = await openStage();
});
afterEach(removeApp);
afterAll(async () => {
  await servers.close();
  await stage.close();
});

test("a page's own reads are counted and logged as calls are", async () => {
  const server = await servers.start('owner', ownerRouter, { READS_PER_MINUTE: '3' });
  placeApp(server.app);
  const cookie = cookieOf(servers.world.a.owner);
  const page = ownerCallerFor(new Headers({ cookie }));
  await page.libraries.list({});
  await page.identity.me();
  expect((await ask(server, cookie, 'identity.me')).status).toBe(200);
  await expect(page.libraries.list({})).rejects.toMatchObject({
    cause: { name: 'AppError', code: 'too_many_calls' },
  });
  expect((await ask(server, cookie, 'identity.me')).status).toBe(429);
  server.app.log.flush();
  const lines = server.lines.map((line) => JSON.parse(line)).filter(({ procedure }) => procedure === 'libraries.list');
  const { a } = servers.world;
  expect(lines).toMatchObject([
    { msg: 'call', status: 200, tenant: a.id, user: a.owner.userId },
    { msg: 'call', status: 429, number: 4005 },
  ]);
});

test('pages and renewals of the session are counted too, and say when to come back', async () => {
  const portal = await stage.portal({ env: { READS_PER_MINUTE: '4' } });
  const browser = await stage.visitor(portal, stage.world.a.owner);
  for (let i = 0; i < 4; i++) expect((await browser.refresh()).status).toBe(200);
  const page = await browser.ask('/');
  expect(page.status).toBe(429);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(page.text.length).toBeGreaterThan(10);
  expect((await browser.refresh()).status).toBe(429);
  // Another session has its own.
  const other = await stage.visitor(portal, stage.world.b.owner);
  expect((await other.ask('/')).status).toBe(200);
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) statuses.push((await other.ask('/')).status);
  expect(statuses.at(-1)).toBe(429);
});

test('a page is counted whatever its address ends in, a file of the build is not', async () => {
  const { url } = await stage.portal({ env: { READS_PER_MINUTE: '3' } });
  const statusOf = async (path: string) => (await fetch(`${url}${path}`, { redirect: 'manual' })).status;
  for (let i = 0; i < 5; i++) expect(await statusOf('/_next/static/a.js')).toBe(200);
  for (const path of ['/staff/a.html', '/b.html', '/_next/c']) expect(await statusOf(path)).not.toBe(429);
  for (const path of ['/staff/a.html', '/b.html', '/_next/c']) expect(await statusOf(path)).toBe(429);
});

test('a read stops when its caller has gone, and is no failure in the log', async () => {
  const server = await servers.start('owner', ownerRouter);
  const cookie = cookieOf(servers.world.a.owner);
  await ask(server, cookie, 'libraries.list', {});
  const running = () =>
    servers.database.sql`select 1 from pg_stat_activity where usename = 'ss_tenant' and state = 'active'
      and datname = current_database() and wait_event_type = 'Lock'`;
  await servers.database.sql.begin(async (hold) => {
    await hold`lock table libraries in access exclusive mode`;
    const caller = new AbortController();
    const url = `${server.url}/api/trpc/libraries.list`;
    const asked = fetch(url, { method: 'POST', headers: headersOf(cookie), body: '{}', signal: caller.signal });
    const gone = expect(asked).rejects.toThrow();
    await vi.waitFor(async () => expect(await running()).toHaveLength(1));
    caller.abort();
    await gone;
    await vi.waitFor(async () => expect(await running()).toHaveLength(0));
  });
  await vi.waitFor(() => {
    server.app.log.flush();
    expect(server.lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: 'info', procedure: 'libraries.list', gone: true, number: 6003 }),
    );
  });
});

test('who is not signed in waits by address: a flood from one does not keep out another', async () => {
  const server = await servers.start('owner', ownerRouter);
  const { identity } = server.app.database;
  const from = (address: string) =>
    runWithRequest({ id: '', locale: 'en', address, agent: '', cookie: '', setCookies: [], told: [] }, () =>
      identity.findLogin('nobody@example.in').then(
        () => 'answered',
        (error: { why: string }) => error.why,
      ),
    );
  await servers.database.sql.begin(async (hold) => {
    await hold`lock table users in access exclusive mode`;
    const flood = Array.from({ length: 250 }, (_, number) => from(`2001:db8:1:2::${number.toString(16)}`));
    const other = from('2001:db8:1:3::1');
    expect(await Promise.race([other, Promise.any(flood)])).toBe('queue');
    await hold`rollback and chain`;
    expect(await other).toBe('answered');
    expect((await Promise.all(flood)).filter((told) => told === 'queue').length).toBeGreaterThan(90);
  });
});
