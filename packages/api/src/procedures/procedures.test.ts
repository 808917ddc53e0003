import { randomUUID } from 'node:crypto';
import { eq, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { settings } from '@studyspot/db/schema/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { AppError } from '../errors/app-error.ts';
import { line, search } from '../fields.ts';
import { ask, cookieOf, openTestServers, type TestServer, type TestServers } from '../testing/server.ts';
import { listInput, listOutput } from './list.ts';
import { listOf } from './list-of.ts';
import { router } from './router.ts';
import { signedInProcedure } from './signed-in.ts';
import { tenantProcedure } from './tenant.ts';

const item = z.object({ id: z.string(), name: z.string() });
const put = z.object({ requestKey: z.guid(), key: line(100), wait: z._default(z.boolean(), false) });

// What the verb of `slow` waits for: two calls are then surely under way at once.
const gate = Promise.withResolvers<void>();
const entered = Promise.withResolvers<void>();
let runs = 0;
const effects: string[] = [];

const testRouter = router({
  list: tenantProcedure('libraries:read')
    .input(listInput({ q: search(100) }, ['name', 'createdAt']))
    .output(listOutput(item))
    .reads(({ db }, input) =>
      listOf(db, input, {
        table: libraries,
        fields: { id: libraries.id, name: libraries.name },
        search: [libraries.name],
      }),
    ),
  get: tenantProcedure('libraries:read')
    .input(z.object({ id: z.guid() }))
    .output(item)
    .reads(async ({ db }, { id }) => {
      const [found] = await db.select().from(libraries).where(eq(libraries.id, id));
      if (!found) throw new AppError('not_found');
      return found;
    }),
  staffOnly: tenantProcedure('libraries:delete')
    .input(z.optional(z.object({})))
    .output(z.object({ role: z.string() }))
    .reads(async ({ actor }) => ({ role: (await actor()).role })),
  create: tenantProcedure('settings:update')
    .input(put)
    .output(z.object({ run: z.int(), at: z.string() }))
    .creates(async ({ db, after }, { key, wait }) => {
      runs++;
      await db.insert(settings).values({ key, value: runs });
      db.record({ name: 'setting.changed', subject: { kind: 'setting', id: key } });
      if (wait) entered.resolve();
      if (wait) await gate.promise;
      after(async () => void effects.push(key));
      after(async () => {
        throw new Error('an effect that fails');
      });
      return { run: runs, at: new Date(0).toISOString() };
    }),
  createOther: tenantProcedure('settings:update')
    .input(put)
    .output(z.object({ run: z.int() }))
    .creates(async () => ({ run: runs })),
  unrecorded: tenantProcedure('settings:update')
    .input(z.object({ key: line(100) }))
    .output(z.object({ done: z.boolean() }))
    .changes(async ({ db }, { key }) => {
      await db.insert(settings).values({ key, value: 1 });
      return { done: true };
    }),
  misfit: tenantProcedure('settings:update')
    .input(z.object({ key: line(100) }))
    .output(z.object({ done: z.boolean() }))
    .changes(async ({ db }, { key }) => {
      await db.insert(settings).values({ key, value: 1 });
      db.record({ name: 'setting.changed', subject: { kind: 'setting', id: key } });
      return { done: 'yes' } as never;
    }),
  broken: tenantProcedure('libraries:read')
    .input(z.optional(z.object({})))
    .output(item)
    .reads(async ({ db }) => {
      await db.run(sql`select canary_column from libraries`);
      return { id: '', name: '' };
    }),
  me: signedInProcedure
    .input(z.optional(z.object({})))
    .output(z.object({ name: z.string() }))
    .reads(({ identity, at }) => identity.person(at)),
});

let servers: TestServers;
let owner: TestServer;

beforeAll(async () => {
  servers = await openTestServers();
  owner = await servers.start('owner', testRouter);
});
afterAll(() => servers.close());

const own = () => cookieOf(servers.world.a.owner);
const call = (path: string, input?: unknown, headers?: Record<string, string>) =>
  ask(owner, own(), path, input, headers);
const countOf = async (key: string): Promise<number> =>
  Number((await servers.database.sql`select count(*)::int as n from settings where key = ${key}`)[0]?.n);

describe('who is asking', () => {
  test('a member reads what belongs to the own tenant, in pages', async () => {
    const first = await call('list', { limit: 1 });
    expect(first.data).toMatchObject({ hasNext: true, hasPrev: false, limit: 1, total: 2, prevCursor: null });
    const { nextCursor, items } = first.data as { nextCursor: string; items: unknown[] };
    const second = await call('list', { limit: 1, cursor: nextCursor });
    expect(second.data).toMatchObject({ hasNext: false, hasPrev: true, nextCursor: null });
    const { prevCursor, items: rest } = second.data as { prevCursor: string; items: unknown[] };
    expect(rest).not.toEqual(items);
    expect((await call('list', { limit: 1, cursor: prevCursor })).data).toMatchObject({ items, hasNext: true });
  });

  test.each(['x', 'W10', Buffer.from('["after","name","\\u0000","x"]').toString('base64url')])(
    'a made-up cursor %s is bad input',
    async (cursor) => {
      expect((await call('list', { cursor })).error).toMatchObject({ number: 2003, fields: [{ path: 'cursor' }] });
    },
  );

  test('nobody, a forged cookie, a stranger: 1001', async () => {
    const { world } = servers;
    expect((await ask(owner, null, 'list', {})).error?.number).toBe(1001);
    expect((await ask(owner, `${own()}x`, 'list', {})).error?.number).toBe(1001);
    expect((await ask(owner, `${own()}; ${cookieOf(world.b.owner)}`, 'list', {})).error?.number).toBe(1001);
    expect((await ask(owner, cookieOf(world.stranger), 'list', {})).error?.number).toBe(1001);
  });

  test('an old secret ends the session it belongs to, and says so once', async () => {
    const { staff } = servers.world.c;
    const stale = cookieOf(staff, { secret: new Uint8Array(32) });
    expect((await ask(owner, stale, 'list', {})).error).toMatchObject({ number: 1001, details: { reason: 'reuse' } });
    expect((await ask(owner, cookieOf(staff), 'list', {})).error?.number).toBe(1001);
  });

  test('suspended 4004, expired 4002, disabled 1006, without the permission 1004', async () => {
    const { world } = servers;
    expect((await ask(owner, cookieOf(world.suspended.owner), 'list', {})).error?.number).toBe(4004);
    expect((await ask(owner, cookieOf(world.expired.owner), 'list', {})).error?.number).toBe(4002);
    expect((await ask(owner, cookieOf(world.disabled), 'list', {})).error?.number).toBe(1006);
    expect((await ask(owner, cookieOf(world.a.staff), 'staffOnly')).error).toMatchObject({ number: 1004 });
    expect((await call('staffOnly')).data).toEqual({ role: 'owner' });
  });

  test('access over: 1003', async () => {
    const { session } = servers.world.a.manager;
    await servers.database
      .sql`update sessions set access_ends_at = now() - interval '1 minute' where id = ${session.id}`;
    expect((await ask(owner, cookieOf(servers.world.a.manager), 'list', {})).error?.number).toBe(1003);
  });

  test('a page of another tenant is told that the tenant was switched', async () => {
    const { a, b } = servers.world;
    const told = { number: 3004, details: { reason: 'tenant_switched', tenant: a.id } };
    expect((await call('list', {}, { 'x-studyspot-tenant': b.id })).error).toMatchObject(told);
    expect((await call('list', {}, { 'x-studyspot-tenant': a.id })).error).toBeNull();
  });

  test('a page of another person, who shares the device, is told so and does nothing', async () => {
    const { a } = servers.world;
    const drawnFor = { 'x-studyspot-tenant': a.id, 'x-studyspot-person': a.staff.userId };
    const told = { number: 3004, details: { reason: 'person_switched' } };
    expect((await call('list', {}, drawnFor)).error).toMatchObject(told);
    const input = { requestKey: randomUUID(), key: 'test.person' };
    expect((await call('create', input, drawnFor)).error).toMatchObject(told);
    expect(await countOf('test.person')).toBe(0);
    expect((await call('create', input, { ...drawnFor, 'x-studyspot-person': a.owner.userId })).error).toBeNull();
  });

  test('a cookie that names another tenant than its session is told which one counts; none chosen: choose', async () => {
    const { a, b } = servers.world;
    expect((await ask(owner, cookieOf(a.owner, { tenant: b.id }), 'list', {})).error).toMatchObject({
      number: 3004,
      details: { reason: 'tenant_switched', tenant: a.id },
    });
    expect((await ask(owner, cookieOf(a.owner, { tenant: null }), 'list', {})).error).toMatchObject({
      number: 1001,
      details: { reason: 'choose_tenant' },
    });
  });

  test('signed-in procedures know the person', async () => {
    expect((await call('me')).data).toEqual({ name: servers.world.a.owner.name });
    expect((await ask(owner, null, 'me')).error?.number).toBe(1001);
  });
});

describe('what leaves', () => {
  test('only declared columns', async () => {
    const [id] = servers.world.a.libraries;
    expect(Object.keys((await call('get', { id })).data as object)).toEqual(['id', 'name']);
  });

  test('what another tenant has is answered like what nobody has', async () => {
    const foreign = await call('get', { id: servers.world.b.libraries[0] });
    const unknown = await call('get', { id: randomUUID() });
    const without = ({ text }: { text: string }) => text.replace(/"requestId":"[^"]+"/, '');
    expect(foreign.error?.number).toBe(3001);
    expect(without(foreign)).toBe(without(unknown));
    expect(foreign.status).toBe(unknown.status);
  });

  test('an unknown failure is 6002 outside and told with its cause in the log', async () => {
    const reply = await call('broken');
    expect(reply.status).toBe(500);
    expect(reply.error).toMatchObject({ number: 6002, fields: [] });
    expect(reply.text).not.toMatch(/canary|select|\.ts|node_modules/);
    const line = owner.lines.find((text) => text.includes('"procedure":"broken"')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 'error', number: 6002, tenant: servers.world.a.id, err: {} });
    expect(line).toContain(reply.headers.get('x-request-id'));
  });

  test('the language is the reader’s', async () => {
    const hindi = { 'accept-language': 'hi-IN,en;q=0.5' };
    expect((await call('get', { id: 'x' }, hindi)).error?.fields[0]?.message).toMatch(/\p{Script=Devanagari}/u);
    const chosen = { cookie: `${own()}; studyspot-locale=en`, ...hindi };
    const english = await ask(owner, null, 'get', { id: 'x' }, { ...chosen });
    expect(english.error?.fields[0]?.message).toBe('This reference is not valid.');
  });
});

describe('changes', () => {
  test('a change that recorded nothing, or whose answer does not fit, leaves nothing behind', async () => {
    expect((await call('unrecorded', { key: 'test.unrecorded' })).error?.number).toBe(6002);
    expect(await countOf('test.unrecorded')).toBe(0);
    expect((await call('misfit', { key: 'test.misfit' })).error?.number).toBe(6002);
    expect(await countOf('test.misfit')).toBe(0);
  });

  test('a constraint is a number, not a failure', async () => {
    const key = 'test.twice';
    expect((await call('create', { requestKey: randomUUID(), key })).error).toBeNull();
    expect((await call('create', { requestKey: randomUUID(), key })).error?.number).toBe(2004);
    expect((await call('create', { requestKey: randomUUID(), key: 'NOT A KEY' })).error?.number).toBe(2001);
  });

  test('effects run after the commit; one that fails undoes nothing and is logged', async () => {
    const reply = await call('create', { requestKey: randomUUID(), key: 'test.effect' });
    expect(reply.error).toBeNull();
    expect(effects).toContain('test.effect');
    expect(owner.lines.some((line) => line.includes('an effect that fails'))).toBe(true);
  });

  test('the same key and body: the stored answer; another body or procedure: 2005', async () => {
    const input = { requestKey: randomUUID(), key: 'test.stored' };
    const first = await call('create', input);
    const again = await call('create', input);
    expect(first.error).toBeNull();
    expect(again.data).toEqual(first.data);
    expect(await countOf('test.stored')).toBe(1);
    const other = { number: 2005, details: { reason: 'other_body' } };
    expect((await call('create', { ...input, key: 'test.other' })).error).toMatchObject(other);
    expect((await call('createOther', input)).error).toMatchObject(other);
    expect(await countOf('test.other')).toBe(0);
  });

  test('a twin under way is answered at once', async () => {
    const input = { requestKey: randomUUID(), key: 'test.twin', wait: true };
    const first = call('create', input);
    await entered.promise;
    const started = performance.now();
    const twin = await call('create', input);
    expect(twin.error).toMatchObject({ number: 2005, details: { reason: 'in_flight' } });
    expect(performance.now() - started).toBeLessThan(1_000);
    gate.resolve();
    expect((await first).error).toBeNull();
    expect((await call('create', input)).data).toEqual((await first).data);
    expect(await countOf('test.twin')).toBe(1);
  });

  test('many at once with one key: one effect, every answer the same or "in flight"', async () => {
    const input = { requestKey: randomUUID(), key: 'test.many' };
    const replies = await Promise.all(Array.from({ length: 20 }, () => call('create', input)));
    const answers = new Set(replies.flatMap(({ error, data }) => (error ? [] : [(data as { run: number }).run])));
    expect(answers.size).toBe(1);
    for (const { error } of replies) if (error) expect(error.number).toBe(2005);
    expect(await countOf('test.many')).toBe(1);
  });

  test('a failed attempt leaves the key free', async () => {
    const requestKey = randomUUID();
    expect((await call('create', { requestKey: randomUUID(), key: 'test.busy' })).error).toBeNull();
    expect((await call('create', { requestKey, key: 'test.busy' })).error?.number).toBe(2004);
    expect((await call('create', { requestKey, key: 'test.free' })).error).toBeNull();
  });

  test('one tenant’s key is nothing to another', async () => {
    const input = { requestKey: randomUUID(), key: 'test.tenants' };
    expect((await call('create', input)).error).toBeNull();
    expect((await ask(owner, cookieOf(servers.world.b.owner), 'create', input)).error).toBeNull();
    expect(await countOf('test.tenants')).toBe(2);
  });
});
