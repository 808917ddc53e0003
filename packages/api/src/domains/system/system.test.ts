import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';
import { newLibrary } from '../libraries/examples.ts';
import { AUDIT_EVENTS } from './audit/names.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a setting has its default, is put once per version, and belongs to one tenant', async () => {
  const a = stage.owner(stage.world.a.owner.session);
  const b = stage.owner(stage.world.b.owner.session);
  const of = (all: Awaited<ReturnType<typeof a.settings.all>>) => all.find(({ key }) => key === 'display.locale');
  expect(of(await a.settings.all())).toMatchObject({ value: 'en', isDefault: true, version: 0 });
  await a.settings.put({ key: 'display.locale', value: 'hi', version: 0 });
  expect(await faultOf(a.settings.put({ key: 'display.locale', value: 'en', version: 0 }))).toBe('changed_meanwhile');
  expect(of(await a.settings.all())).toMatchObject({ value: 'hi', isDefault: false, version: 1 });
  expect(of(await b.settings.all())).toMatchObject({ value: 'en', isDefault: true });
  expect(await faultOf(a.settings.put({ key: 'display.locale', value: 'fr', version: 1 }))).toBe('validation');
  expect(await faultOf(a.settings.put({ key: 'platform.notice', value: 'mine', version: 0 }))).toBe('validation');
});

test('of two who put the same new setting at once, one is told that it changed', async () => {
  const a = () => stage.owner(stage.world.a.owner.session);
  const put = () => faultOf(a().settings.put({ key: 'receipts.footer', value: 'Thank you', version: 0 }));
  expect((await Promise.all([put(), put()])).sort()).toEqual(['changed_meanwhile', null]);
});

test('views are kept of so many lists and no more, also when they come at once', async () => {
  const { b } = stage.world;
  const keep = (n: number) =>
    stage
      .owner(b.staff.session)
      .views.keep({ list: `list${'abcdefghij'[n % 10]}${'abcdef'[Math.floor(n / 10)]}`, saved: [], version: 0 });
  const faults = await Promise.all(Array.from({ length: 60 }, (_, n) => faultOf(keep(n))));
  expect(faults.filter((fault) => fault === null)).toHaveLength(50);
  expect(new Set(faults)).toEqual(new Set([null, 'validation']));
  await stage.owner(b.owner.session).views.keep({ list: 'libraries', saved: [], version: 0 });
});

test('views of a list are of one person, and are kept once per version', async () => {
  const { a, platform } = stage.world;
  const mine = stage.owner(a.owner.session);
  const saved = [{ name: 'Closed ones', query: 'status=inactive' }];
  const kept = await mine.views.keep({ list: 'libraries', saved, version: 0 });
  expect(await mine.views.mine({ list: 'libraries' })).toEqual({ saved, version: kept.version });
  expect(await mine.views.mine({ list: 'staff' })).toEqual({ saved: [], version: 0 });
  expect(await stage.owner(a.staff.session).views.mine({ list: 'libraries' })).toEqual({ saved: [], version: 0 });
  expect(await faultOf(mine.views.keep({ list: 'libraries', saved: [], version: 0 }))).toBe('changed_meanwhile');
  const twice = [...saved, ...saved];
  expect(await faultOf(mine.views.keep({ list: 'libraries', saved: twice, version: 1 }))).toBe('validation');
  await mine.views.keep({ list: 'libraries', saved: [], version: 1 });
  expect(await mine.views.mine({ list: 'libraries' })).toEqual({ saved: [], version: 2 });
  const support = stage.admin(platform.support.session);
  await support.views.keep({ list: 'tenants', saved, version: 0 });
  expect((await support.views.mine({ list: 'tenants' })).saved).toEqual(saved);
});

test("a flag is everyone's, until one tenant gets its own", async () => {
  const platform = stage.admin(stage.world.platform.super_admin.session);
  const mine = async (who: 'a' | 'b') =>
    (await stage.owner(stage.world[who].staff.session).flags.mine()).find(({ key }) => key === 'libraries.map')
      ?.enabled;
  expect(await mine('a')).toBe(false);
  await platform.flags.put({ key: 'libraries.map', enabled: true, version: 0 });
  expect([await mine('a'), await mine('b')]).toEqual([true, true]);
  const tenantId = stage.world.a.id;
  await platform.flags.put({ key: 'libraries.map', enabled: false, tenantId, version: 0 });
  expect([await mine('a'), await mine('b')]).toEqual([false, true]);
  const seen = (await platform.flags.all({ tenantId })).find(({ key }) => key === 'libraries.map');
  expect(seen).toEqual({ key: 'libraries.map', enabled: false, from: 'tenant', version: 1 });
  const everyone = (await platform.flags.all({})).find(({ key }) => key === 'libraries.map');
  expect(everyone).toEqual({ key: 'libraries.map', enabled: true, from: 'everyone', version: 1 });
  const unknown = '018f0000-0000-7000-8000-00000000dead';
  expect(
    await faultOf(platform.flags.put({ key: 'libraries.map', enabled: true, tenantId: unknown, version: 0 })),
  ).toBe('not_found');
});

test('the audit list is searched by who, what, tenant, subject and time, and exported without formulas', async () => {
  const { a, b, platform } = stage.world;
  const made = await stage.owner(a.owner.session).libraries.create({ ...newLibrary('AUD-1'), name: '=cmd|calc' });
  await stage.owner(b.owner.session).libraries.create(newLibrary('AUD-2'));
  await stage.database.sql`update users set name = '=HYPERLINK("x")' where id = ${b.owner.userId}`;
  await stage.owner(b.owner.session).libraries.create(newLibrary('AUD-3'));
  const { audit } = stage.admin(platform.super_admin.session);
  const only = async (filters: Parameters<typeof audit.exportCsv>[0]) =>
    (await audit.list({ limit: 100, filters })).items;
  expect(await only({ subject: made.id })).toMatchObject([
    { name: 'library.created', tenantName: 'Tenant A', actorName: 'owner.a person', subjectId: made.id },
  ]);
  expect((await only({ tenantId: a.id, what: 'library.created' })).every((item) => item.tenantId === a.id)).toBe(true);
  expect((await only({ who: 'owner.a' })).every((item) => item.actorName === 'owner.a person')).toBe(true);
  expect(await only({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  const ids = (await only({})).map((item) => item.id);
  expect(ids).toEqual([...ids].sort().reverse());
  // The id of an event is as old as its insert, its time as old as its transaction.
  const { sql } = stage.database;
  const event = (at: string, idAt: string) => sql`
    insert into domain_events (tenant_id, id, name, subject_kind, subject_id, occurred_at)
      values (${platform.id}, uuidv7(${idAt}::timestamptz - clock_timestamp()), 'probe.told', 'probe', ${at}, ${at})`;
  for (const at of ['2026-01-31T23:59:59Z', '2026-02-01T00:00:00Z', '2026-02-28T10:00:00Z', '2026-02-28T10:00:01Z'])
    await event(at, `${at.slice(0, -1)}.5Z`);
  await event('2026-02-28T09:59:50Z', '2026-02-28T10:00:20Z');
  const told = await only({ what: 'probe', from: '2026-02-01T00:00:00Z', to: '2026-02-28T10:00:00Z' });
  expect(told.map(({ subjectId }) => subjectId)).toEqual([
    '2026-02-28T09:59:50Z',
    '2026-02-28T10:00:00Z',
    '2026-02-01T00:00:00Z',
  ]);
  const filters = { what: 'probe', to: '2026-02-28T10:00:00Z' };
  const { days, complete } = await audit.days(filters);
  expect([days.length, days[0]?.day, complete]).toEqual([31, '2026-01-29', true]);
  expect(days.filter(({ count }) => count > 0)).toEqual([
    { day: '2026-02-01', count: 2 },
    { day: '2026-02-28', count: 2 },
  ]);
  const file = await audit.exportCsv({ what: 'library' });
  expect(file.complete).toBe(true);
  expect(file.csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(file.csv).not.toMatch(/(^|,|\n)"?[=+\-@\t]/);
  expect((await only({ what: 'audit.exported' }))[0]?.actorName).toBe('super.admin person');
});

test('what is of one person alone stands in no list, no figure and no file, though their screens hear of it', async () => {
  const { platform } = stage.world;
  const mine = stage.admin(platform.support.session);
  await mine.views.keep({ list: 'audit', saved: [], version: 0 });
  await stage.database.sql`
    insert into domain_events (tenant_id, name, subject_kind, subject_id, actor_id, actor_name)
      select ${platform.id}, 'notification.' || n, 'notification', ${platform.support.userId}, ${platform.support.userId},
          'told in private' from unnest(array['told', 'read', 'cleared']) n`;
  await mine.identity.updateProfile({ name: 'told in private', phone: null, locale: 'en' });
  const { audit, platformStaff } = stage.admin(platform.super_admin.session);
  for (const filters of [{ who: 'told in private' }, { subject: platform.support.userId }, { what: 'notification' }]) {
    const { items } = await audit.list({ limit: 100, filters });
    expect(items.filter(({ subjectKind }) => subjectKind === 'notification' || subjectKind === 'views')).toEqual([]);
    const { days } = await audit.days(filters);
    expect(days.reduce((all, { count }) => all + count, 0)).toBe(items.length);
    expect((await audit.exportCsv(filters)).rows).toBe(items.length);
  }
  const { items } = await platformStaff.activity({ id: platform.support.membershipId });
  expect(items.some(({ subjectKind }) => subjectKind === 'notification' || subjectKind === 'views')).toBe(false);
  for (const kind of ['notification', 'student']) expect(Object.keys(AUDIT_EVENTS)).not.toContain(kind);
});

test('an export of long entries ends before it is too large for the process, and says so', async () => {
  const { platform } = stage.world;
  await stage.database.sql`
    insert into domain_events (tenant_id, id, name, subject_kind, subject_id, after)
      select ${platform.id}, uuidv7(), 'long.told', 'probe', n, jsonb_build_object('text', repeat('x', 4000))
        from generate_series(1, 600) n`;
  const { audit } = stage.admin(platform.super_admin.session);
  const file = await audit.exportCsv({ what: 'long.told' });
  expect(file.complete).toBe(false);
  expect(file.csv.length).toBeGreaterThan(900_000);
  expect(file.csv.length).toBeLessThan(1_010_000);
  // The newest, each once and none left out, though they are read a few at a time.
  const told = [...file.csv.matchAll(/"probe (\d+)"/g)].map(([, number]) => Number(number));
  expect(told).toHaveLength(file.rows);
  const all = await stage.database.sql<{ subject: string }[]>`
    select subject_id::text as subject from domain_events where name = 'long.told' order by id desc`;
  expect(told).toEqual(all.slice(0, file.rows).map(({ subject }) => Number(subject)));
});

test('flags of a tenant that is not there cost no connection', async () => {
  const { sql } = stage.database;
  const open = async () =>
    (await sql`select pid from pg_stat_activity where datname = current_database() and usename = 'ss_platform'`).map(
      (row) => row['pid'],
    );
  const call = stage.admin(stage.world.platform.super_admin.session);
  await call.flags.all({});
  const before = await open();
  expect(await faultOf(call.flags.all({ tenantId: '01a10000-0000-7000-8000-000000000000' }))).toBe('not_found');
  expect(await open()).toEqual(before);
});

test('what was given up is seen, replayed once, dropped with its reason, and queues wait and go on', async () => {
  const { sql } = stage.database;
  const { a, platform } = stage.world;
  const call = stage.admin(platform.super_admin.session).jobs;
  const lay = async (kind: string) => {
    const [row] = await sql<{ id: string }[]>`insert into jobs (for_tenant, queue, kind, state, attempt, error)
      values (${a.id}, 'plain', ${kind}, 'dead', 8, 'Error: the mailbox is full') returning id`;
    return row?.id ?? '';
  };
  const [first, second] = [await lay('onMailDue'), await lay('jobTidy')];
  const given = await call.list({});
  expect(given.map(({ id }) => id)).toEqual([second, first]);
  expect(given[1]).toMatchObject({
    tenantName: a.name,
    kind: 'onMailDue',
    attempts: 8,
    error: 'Error: the mailbox is full',
  });

  expect((await call.list({ kind: 'jobTidy' })).map(({ id }) => id)).toEqual([second]);
  expect(await call.list({ tenantId: platform.id })).toEqual([]);
  expect((await call.health({})).dead).toEqual([
    { kind: 'jobTidy', tenantId: a.id, name: a.name, count: 1 },
    { kind: 'onMailDue', tenantId: a.id, name: a.name, count: 1 },
  ]);
  await sql`update jobs set payload = '{"seats": 3, "token": "secret"}', failures =
    '[{"at": "2026-11-28T04:00:00Z", "attempt": 8, "error": "the mailbox is full"}]' where id = ${first}`;
  const detail = await call.get({ tenantId: a.id, id: first });
  expect(detail.given).toEqual(
    expect.arrayContaining([
      { field: 'seats', value: '3' },
      { field: 'token', value: '•••' },
    ]),
  );
  expect(detail).toMatchObject({ cause: null, failures: [{ attempt: 8, error: 'the mailbox is full' }] });
  expect(await faultOf(call.get({ tenantId: platform.id, id: first }))).toBe('not_found');

  await call.replay({ tenantId: a.id, id: first });
  expect(await faultOf(call.replay({ tenantId: a.id, id: first }))).toBe('not_found');
  await call.drop({ tenantId: a.id, id: second, reason: 'Sent by hand' });
  expect(await faultOf(call.drop({ tenantId: a.id, id: second, reason: 'Sent by hand' }))).toBe('not_found');
  expect(await call.list({})).toEqual([]);
  const { queues } = await call.health({});
  expect(queues).toMatchObject([{ queue: 'plain', state: 'waiting', count: 1 }]);

  await call.pause({ queue: 'plain', tenantId: a.id, reason: 'Their mails come back' });
  expect((await call.health({})).pauses).toMatchObject([
    { queue: 'plain', tenantId: a.id, name: a.name, by: 'super.admin person' },
  ]);
  expect((await call.health({})).queues).toMatchObject([{ queue: 'plain', state: 'paused', count: 1 }]);
  const seen = stage.admin(platform.support.session).jobs.pausesOf({ tenantId: a.id });
  expect(await seen).toMatchObject([{ queue: 'plain', by: 'super.admin person', reason: 'Their mails come back' }]);
  await call.resume({ queue: 'plain', tenantId: a.id });
  expect(await faultOf(call.resume({ queue: 'plain', tenantId: a.id }))).toBe('not_found');
  expect((await call.health({})).pauses).toEqual([]);

  const told = await sql`select name, after from domain_events where name like 'job.%' order by id`;
  expect(told.map(({ name }) => name)).toEqual(['job.replayed', 'job.dropped', 'job.paused', 'job.resumed']);
  expect(told[1]?.['after']).toEqual({ tenant: a.id, reason: 'Sent by hand' });
  await sql`delete from jobs`;
});
