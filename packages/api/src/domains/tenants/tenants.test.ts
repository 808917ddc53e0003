import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';
import { newTenant } from './examples.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.work();
});
afterAll(() => stage.close());

const platform = () => stage.admin(stage.world.platform.super_admin.session);

test('a tenant is provisioned whole, and its owner begins with the link in the welcome', async () => {
  const tenant = await platform().tenants.create(newTenant('Prakash Library', 'meena@example.test'));
  expect(tenant).toMatchObject({ slug: 'prakash-library', status: 'trial', plan: 'starter', staffCount: 1 });
  expect(tenant.owners).toMatchObject([{ email: 'meena@example.test', accepted: false }]);
  const { sql } = stage.database;
  const trails =
    await sql`select tenant_id, name from domain_events where subject_id = ${tenant.id} order by tenant_id`;
  expect(trails.map((event) => event['name'])).toEqual(['tenant.created', 'tenant.created']);
  expect(new Set(trails.map((event) => event['tenant_id'])).size).toBe(2);
  const defaults = await sql`select key from settings where tenant_id = ${tenant.id}`;
  expect(defaults.length).toBeGreaterThan(0);
  await stage.done();
  const token = stage.mail.tokenFor('meena@example.test') ?? '';
  await stage.owner(null).identity.acceptInvitation({ token, password: 'Chandra-4711' });
  expect((await platform().tenants.get({ id: tenant.id })).owners[0]?.accepted).toBe(true);
  expect(await faultOf(platform().tenants.sendWelcome({ id: tenant.id }))).toBe('changed_meanwhile');
});

test('two of one name get two addresses, also at once, and one key makes one tenant', async () => {
  const twin = (owner: string) => newTenant('Twin Library', owner);
  const made = await Promise.all(['t1@example.test', 't2@example.test'].map((o) => platform().tenants.create(twin(o))));
  expect(made.map(({ slug }) => slug).sort()).toEqual(['twin-library', 'twin-library-2']);
  const once = newTenant('Once Library', 'once@example.test');
  const first = await platform().tenants.create(once);
  expect(await platform().tenants.create(once)).toEqual(first);
});

test('the welcome may fail: the tenant stands, the failure is seen and sending again helps', async () => {
  stage.mail.fails = 'address';
  const tenant = await platform().tenants.create(newTenant('Quiet Library', 'quiet@example.test'));
  await stage.done();
  stage.mail.fails = null;
  const fates = await stage.database.sql`
    select name, after->>'mail' as mail from domain_events where tenant_id = ${tenant.id} and name like 'member.mail%'`;
  expect([...fates]).toEqual([{ name: 'member.mail_failed', mail: 'address' }]);
  await platform().tenants.sendWelcome({ id: tenant.id });
  await stage.done();
  expect(stage.mail.tokenFor('quiet@example.test')).toBeDefined();
});

const tables = ['tenants', 'users', 'memberships', 'settings', 'domain_events', 'one_time_tokens', 'idempotency_keys'];
async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await stage.database.sql<{ all: number }[]>`
      select count(*)::int as all from ${stage.database.sql(table)}`;
    found[table] = row?.all ?? 0;
  }
  return found;
}

// Each table that provisioning writes, and the trails one by one: the step that fails, and what the database says then.
const steps = [
  ['tenants', "new.name = 'Broken Library'"],
  ['settings', "new.key = 'display.locale'"],
  ['users', "new.email = 'broken@example.test'"],
  ['memberships', "new.email = 'broken@example.test'"],
  ['domain_events', "new.name = 'tenant.created' and new.tenant_id <> '00000000-0000-7000-8000-000000000001'"],
  ['domain_events', "new.name = 'member.welcomed'"],
  ['domain_events', "new.name = 'tenant.created' and new.tenant_id = '00000000-0000-7000-8000-000000000001'"],
  ['idempotency_keys', "new.procedure = 'tenants.create'"],
] as const;

test.each(steps)('a failure while writing %s (%s) leaves nothing behind', async (table, when) => {
  const { sql } = stage.database;
  await sql.unsafe(`
    create or replace function public.break_it() returns trigger language plpgsql as $$
    begin if ${when} then raise exception 'forced' using errcode = 'XX000'; end if; return new; end $$;
    grant execute on function public.break_it to public;
    create trigger break_it before insert on ${table} for each row execute function public.break_it();`);
  await stage.done();
  const before = await counts();
  const letters = stage.mail.letters.length;
  const fault = await faultOf(platform().tenants.create(newTenant('Broken Library', 'broken@example.test')));
  await sql.unsafe(`drop trigger break_it on ${table}`);
  expect(fault).toBe('server');
  await stage.done();
  expect(await counts()).toEqual(before);
  expect(stage.mail.letters.length).toBe(letters);
});

test('suspended bites at once and stands in both trails; reactivated opens again', async () => {
  const { c } = stage.world;
  expect(await faultOf(stage.owner(c.owner.session).libraries.list({}))).toBeNull();
  const reason = 'The invoice of October is unpaid';
  const suspended = await platform().tenants.suspend({ id: c.id, version: 1, reason });
  expect(suspended).toMatchObject({ status: 'suspended', suspendedReason: reason });
  expect(await faultOf(stage.owner(c.owner.session).libraries.list({}))).toBe('tenant_suspended');
  expect(await faultOf(platform().tenants.suspend({ id: c.id, version: 1, reason }))).toBe('changed_meanwhile');
  expect(await faultOf(platform().tenants.suspend({ id: c.id, version: 2, reason }))).toBe('changed_meanwhile');
  const trails = await stage.database.sql`
    select distinct tenant_id, after->>'suspendedReason' as reason from domain_events where name = 'tenant.suspended'`;
  expect(trails.map((event) => event['reason'])).toEqual([reason, reason]);
  expect((await platform().tenants.reactivate({ id: c.id, version: 2 })).status).toBe('active');
  expect(await faultOf(stage.owner(c.owner.session).libraries.list({}))).toBeNull();
});

test('a trial whose date has passed is shown as what it is for its owner: expired', async () => {
  const { sql } = stage.database;
  const tenant = await platform().tenants.create(newTenant('Over Library', 'over@example.test'));
  await platform().tenants.create(newTenant('Still Trying', 'trying@example.test'));
  await sql`update tenants set trial_ends_at = now() - interval '1 minute' where id = ${tenant.id}`;
  expect((await platform().tenants.get({ id: tenant.id })).status).toBe('expired');
  const shown = async (status: 'trial' | 'expired') =>
    (await platform().tenants.list({ limit: 100, filters: { status } })).items
      .filter(({ id }) => id === tenant.id)
      .map((item) => item.status);
  expect(await shown('expired')).toEqual(['expired']);
  expect(await shown('trial')).toEqual([]);
  const { items } = await platform().tenants.list({ limit: 100, sort: { by: 'status' } });
  const statuses = items.map(({ status }) => status);
  expect(statuses).toEqual(statuses.toSorted());
  expect(new Set(statuses)).toContain('trial');
});

test('removed is out of the list and shut, restored is back', async () => {
  const { b } = stage.world;
  const reason = 'Closed for good, says the owner';
  const noReason = platform().tenants.remove({ id: b.id, version: 1, reason: '   closed  ' });
  expect(await faultOf(noReason)).toBe('validation');
  const removed = await platform().tenants.remove({ id: b.id, version: 1, reason });
  expect(removed).toMatchObject({ removedReason: reason, deletedAt: expect.any(String) });
  const [told] = (await platform().tenants.timeline({ id: b.id })).items;
  expect(told?.changes).toContainEqual({ field: 'removedReason', before: null, after: reason });
  expect(await faultOf(stage.owner(b.owner.session).libraries.list({}))).toBe('unauthorized');
  const ids = async (deleted: boolean) =>
    (await platform().tenants.list({ limit: 100, filters: { deleted } })).items.map((item) => item.id);
  expect(await ids(false)).not.toContain(b.id);
  expect(await ids(true)).toContain(b.id);
  const details = { name: 'New', email: 'new@example.test', phone: '98765 43210', city: 'Kota', state: 'RJ' as const };
  expect(await faultOf(platform().tenants.update({ id: b.id, version: 2, ...details }))).toBe('deleted');
  const restored = await platform().tenants.restore({ id: b.id, version: 2 });
  expect(restored).toMatchObject({ deletedAt: null, removedReason: null });
  expect(await platform().tenants.update({ id: b.id, version: 3, ...details })).toMatchObject({
    name: 'New',
    version: 4,
  });
  expect(await faultOf(platform().tenants.update({ id: b.id, version: 3, ...details }))).toBe('changed_meanwhile');
});

test('the platform itself is no tenant that could be looked at or suspended', async () => {
  const { id } = stage.world.platform;
  expect(await faultOf(platform().tenants.get({ id }))).toBe('not_found');
  const suspend = { id, version: 1, reason: 'no way back from this' };
  expect(await faultOf(platform().tenants.suspend(suspend))).toBe('not_found');
});

test('a trial lasts as long as the platform has set, and fourteen days until it does', async () => {
  const days = async (owner: string) => {
    const tenant = await platform().tenants.create(newTenant('Trial Library', owner));
    return Math.round((Date.parse(tenant.trialEndsAt ?? '') - Date.parse(tenant.createdAt)) / 86_400_000);
  };
  expect(await days('trial.a@example.test')).toBe(14);
  await platform().settings.put({ key: 'platform.trial_days', value: 30, version: 0 });
  expect(await days('trial.b@example.test')).toBe(30);
});

test('the customers whose plan ends first come first, and those without an end come last', async () => {
  const tenant = await platform().tenants.create(newTenant('Ending Library', 'ending@example.test'));
  expect(tenant.endsAt).toBe(tenant.trialEndsAt);
  const { sql: db } = stage.database;
  await db`update tenants set status = 'active', trial_ends_at = now() - interval '1 day',
    subscription_ends_at = now() + interval '1 hour' where id = ${tenant.id}`;
  const { items } = await platform().tenants.list({
    limit: 100,
    sort: { by: 'endsAt' },
    filters: { status: 'active' },
  });
  expect(items[0]).toMatchObject({ id: tenant.id, name: 'Ending Library' });
  const ends = items.map(({ endsAt }) => endsAt);
  expect(ends).toEqual([...ends].sort((a, b) => (a ?? '9').localeCompare(b ?? '9')));
});

test('a welcome is sent again four times in a quarter of an hour at most', async () => {
  const tenant = await platform().tenants.create(newTenant('Often Library', 'often@example.test'));
  for (let again = 0; again < 3; again++) await platform().tenants.sendWelcome({ id: tenant.id });
  expect(await faultOf(platform().tenants.sendWelcome({ id: tenant.id }))).toBe('too_many_calls');
});
