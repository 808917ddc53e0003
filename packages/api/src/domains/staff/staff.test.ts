import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.work();
});
afterAll(() => stage.close());

const rights = { added: [], removed: [] };
function invitation(email: string, role: 'owner' | 'manager' | 'staff' = 'staff') {
  return { requestKey: randomUUID(), email, name: 'Ravi Das', role, ...rights };
}

test('an invited person counts once they accepted, and then signs in nowhere else', async () => {
  const { a } = stage.world;
  const call = stage.owner(a.owner.session);
  const member = await call.staff.invite(invitation('Ravi.Das@Example.test'));
  expect(member).toMatchObject({ state: 'invited', email: 'ravi.das@example.test' });
  await stage.done();
  const token = stage.mail.tokenFor('ravi.das@example.test') ?? '';
  await stage.owner(null).identity.acceptInvitation({ token, password: 'Chandra-4711' });
  expect((await call.staff.get({ id: member.id })).state).toBe('active');
  expect(await faultOf(stage.owner(null).identity.acceptInvitation({ token, password: 'Chandra-4711' }))).toBe(
    'invalid_token',
  );
  expect(await faultOf(call.staff.invite(invitation('ravi.das@example.test')))).toBe('already_exists');
  const trail = await stage.database.sql`select name, before, after from domain_events where subject_id = ${member.id}`;
  expect(trail.map((event) => event['name'])).toEqual(['member.invited', 'member.mailed', 'membership.accepted']);
  expect(JSON.stringify(trail)).not.toContain(token);
});

test('a letter speaks the language of its reader, and to whoever is new that of the inviter', async () => {
  const { a, b } = stage.world;
  await stage.database.sql`update users set locale = 'en' where id = ${b.manager.userId}`;
  const call = stage.owner(a.owner.session, 'hi');
  const subjectOf = async (email: string) => {
    await call.staff.invite(invitation(email));
    await stage.done();
    return stage.mail.letters.findLast(({ to }) => to === email)?.subject;
  };
  expect(await subjectOf('leela@example.test')).toMatch(/[\u0900-\u097F]/);
  expect(await subjectOf(b.manager.email)).not.toMatch(/[\u0900-\u097F]/);
});

test('a failed mail is seen, the invitation stands, and sending again helps', async () => {
  const { b } = stage.world;
  const call = stage.owner(b.owner.session);
  stage.mail.fails = 'address';
  const { id } = await call.staff.invite(invitation('mohan@example.test'));
  await stage.done();
  stage.mail.fails = null;
  const [failed] = (await call.staff.timeline({ id })).items;
  expect(failed).toMatchObject({ name: 'member.mail_failed', by: 'system' });
  expect(failed?.changes).toEqual([{ field: 'mail', before: null, after: 'address' }]);
  await call.staff.resendInvitation({ id });
  await stage.done();
  expect((await call.staff.timeline({ id })).items.map(({ name }) => name)).toEqual([
    ...['member.mailed', 'member.invited_again', 'member.mail_failed', 'member.invited'],
  ]);
  expect(stage.mail.tokenFor('mohan@example.test')).toBeDefined();
  expect(await faultOf(call.staff.resendInvitation({ id: b.manager.membershipId }))).toBe('changed_meanwhile');
});

test('no mail goes out while a transaction is open', async () => {
  const { c } = stage.world;
  let open: unknown;
  stage.mail.onSend = async () => {
    await pause(100);
    [open] = await stage.database.sql`
      select count(*)::int as all from pg_stat_activity
      where datname = current_database() and usename like 'ss\\_%' and xact_start < clock_timestamp() - interval '80 ms'`;
  };
  await stage.owner(c.owner.session).staff.invite(invitation('open@example.test'));
  await stage.done();
  stage.mail.onSend = async () => undefined;
  expect(open).toEqual({ all: 0 });
});

test('a reset goes to the person alone: not to whoever asked, and no password is set', async () => {
  const { a } = stage.world;
  await stage.owner(a.manager.session).staff.sendReset({ id: a.staff.membershipId });
  await stage.done();
  // Other tests write to the people of other businesses meanwhile.
  const resets = stage.mail.letters.filter(({ to, text }) => text.includes('/reset?token=') && !to.includes('.c@'));
  expect(resets.map(({ to }) => to)).toEqual([a.staff.email]);
  expect(await faultOf(stage.owner(a.manager.session).staff.sendReset({ id: a.invited.membershipId }))).toBe(
    'changed_meanwhile',
  );
});

test('nobody grants more than they hold, changes themselves, or someone above them', async () => {
  const { a } = stage.world;
  const { sql } = stage.database;
  await sql`update memberships set added = '{users:create,users:update,users:delete}' where id = ${a.manager.membershipId}`;
  const manager = stage.owner(a.manager.session);
  expect(await faultOf(manager.staff.invite(invitation('x1@example.test', 'owner')))).toBe('insufficient_permissions');
  const more = { ...invitation('x2@example.test'), added: ['payments:refund'] };
  expect(await faultOf(manager.staff.invite(more))).toBe('insufficient_permissions');
  expect(await faultOf(manager.staff.invite({ ...more, added: ['tenants:suspend'] }))).toBe('validation');
  const self = { id: a.manager.membershipId, version: 1, role: 'manager' as const, ...rights };
  expect(await faultOf(manager.staff.update(self))).toBe('insufficient_permissions');
  expect(await faultOf(manager.staff.remove({ id: a.owner.membershipId, version: 1 }))).toBe(
    'insufficient_permissions',
  );
  expect(await faultOf(manager.staff.update({ ...self, id: a.owner.membershipId, role: 'staff' }))).toBe(
    'insufficient_permissions',
  );
  const owner = stage.owner(a.owner.session);
  expect(await faultOf(owner.staff.update({ ...self, id: a.owner.membershipId, role: 'owner' }))).toBe(
    'insufficient_permissions',
  );
  expect(await faultOf(owner.staff.remove({ id: a.owner.membershipId, version: 1 }))).toBe('insufficient_permissions');
  expect(await faultOf(manager.staff.invite(invitation('x3@example.test')))).toBeNull();
});

test('of two owners who remove each other at once, one stays', async () => {
  const { b } = stage.world;
  const { sql } = stage.database;
  for (let round = 0; round < 5; round += 1) {
    await sql`update memberships set role = 'owner', removed_at = null, version = 1
      where id in (${b.manager.membershipId}, ${b.owner.membershipId})`;
    await sql`update memberships set accepted_at = now() where id in (${b.manager.membershipId}, ${b.owner.membershipId})`;
    const faults = await Promise.all([
      faultOf(stage.owner(b.owner.session).staff.remove({ id: b.manager.membershipId, version: 1 })),
      faultOf(stage.owner(b.manager.session).staff.remove({ id: b.owner.membershipId, version: 1 })),
    ]);
    const [left] = await sql`select count(*)::int as all from memberships
      where tenant_id = ${b.id} and role = 'owner' and accepted_at is not null and removed_at is null`;
    expect(left?.['all']).toBe(1);
    expect(faults.filter((fault) => fault === null)).toHaveLength(1);
  }
  await sql`update memberships set removed_at = null where tenant_id = ${b.id} and role = 'owner'`;
  await sql`update memberships set accepted_at = now() where tenant_id = ${b.id} and role = 'owner'`;
});

test('a removed person is out at once, and back only with their own consent', async () => {
  const { c } = stage.world;
  const owner = stage.owner(c.owner.session);
  expect(await faultOf(stage.owner(c.staff.session).libraries.list({}))).toBeNull();
  const gone = await owner.staff.remove({ id: c.staff.membershipId, version: 1 });
  expect(gone.state).toBe('removed');
  expect(await faultOf(stage.owner(c.staff.session).libraries.list({}))).toBe('unauthorized');
  const member = await owner.staff.invite(invitation(c.staff.email));
  expect(member).toMatchObject({ id: c.staff.membershipId, state: 'invited' });
  expect(await faultOf(stage.owner(c.staff.session).libraries.list({}))).toBe('unauthorized');
});

test('the last staff place of a plan is given once', async () => {
  const { c } = stage.world;
  const { sql } = stage.database;
  const [present] = await sql<{ all: number }[]>`
    select count(*)::int as all from memberships where tenant_id = ${c.id} and removed_at is null`;
  await sql`update tenants set max_staff = ${(present?.all ?? 0) + 1} where id = ${c.id}`;
  const tries = [1, 2, 3, 4].map((n) =>
    faultOf(stage.owner(c.owner.session).staff.invite(invitation(`race${n}@example.test`))),
  );
  expect((await Promise.all(tries)).sort()).toEqual(['limit_exceeded', 'limit_exceeded', 'limit_exceeded', null]);
  await sql`update tenants set max_staff = 100 where id = ${c.id}`;
});

test('the platform runs its own staff, and sees none of a library among them', async () => {
  const { platform, a } = stage.world;
  const call = stage.admin(platform.super_admin.session);
  const input = { requestKey: randomUUID(), email: 'asha@example.test', name: 'Asha Rao', role: 'support' as const };
  const member = await call.platformStaff.invite({ ...input, department: 'sales', ...rights });
  expect(member).toMatchObject({ role: 'support', department: 'sales', state: 'invited' });
  const changed = { id: member.id, version: 1, role: 'analyst' as const, department: null, ...rights };
  expect(await call.platformStaff.update(changed)).toMatchObject({ role: 'analyst', department: null, version: 2 });
  const list = await call.platformStaff.list({ limit: 100 });
  expect(new Set(list.items.map((item) => item.role))).toEqual(new Set(['super_admin', 'admin', 'support', 'analyst']));
  expect(await faultOf(call.platformStaff.get({ id: a.owner.membershipId }))).toBe('not_found');
  const activity = await call.platformStaff.activity({ id: platform.super_admin.membershipId });
  expect(activity.items.slice(0, 2).map((event) => event.name)).toEqual(['member.updated', 'member.invited']);
  const lastOne = { id: platform.super_admin.membershipId, version: 1 };
  await stage.database.sql`update memberships set added = (select array_agg(p) from unnest(array['users:delete']) p)
    where id = ${platform.admin.membershipId}`;
  expect(await faultOf(stage.admin(platform.admin.session).platformStaff.remove(lastOne))).toBe(
    'insufficient_permissions',
  );
});

test('a mailbox gets four mails of members in a quarter of an hour, whichever way they are asked for', async () => {
  const { c } = stage.world;
  const call = stage.owner(c.owner.session);
  const asked = invitation('often@example.test');
  const member = await call.staff.invite(asked);
  await call.staff.invite(asked);
  const atOnce = await Promise.allSettled([1, 2, 3].map(() => call.staff.resendInvitation({ id: member.id })));
  expect(atOnce.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await faultOf(call.staff.resendInvitation({ id: member.id }))).toBe('too_many_calls');
  expect(await call.staff.invite(asked)).toEqual(member);
  await stage.done();
  expect(stage.mail.letters.filter(({ to }) => to === 'often@example.test')).toHaveLength(4);
  expect(await faultOf(call.staff.sendReset({ id: c.manager.membershipId }))).toBeNull();
});

test('who is invited anew is invited now, by whoever did it', async () => {
  const { b } = stage.world;
  const { sql } = stage.database;
  await sql`update memberships set invited_by = null where id = ${b.removed.membershipId} and tenant_id = ${b.id}`;
  const before = await stage.owner(b.owner.session).staff.get({ id: b.removed.membershipId });
  const member = await stage.owner(b.owner.session).staff.invite(invitation(b.removed.email));
  expect(member.id).toBe(before.id);
  expect(Date.parse(member.invitedAt)).toBeGreaterThan(Date.parse(before.invitedAt));
  const [row] = await sql`select invited_by from memberships where id = ${member.id} and tenant_id = ${b.id}`;
  expect(row?.['invited_by']).toBe(b.owner.userId);
});

test('a tenant sends a hundred mails in a quarter of an hour, however many mailboxes it names', async () => {
  const own = await openStage();
  await own.work();
  const { b, c } = own.world;
  const call = own.owner(b.owner.session);
  // Who is removed makes room in the plan for the next.
  const inviteAndRemove = async (number: number) => {
    const member = await call.staff.invite(invitation(`stranger-${number}@example.test`));
    await call.staff.remove({ id: member.id, version: member.version });
  };
  for (let number = 0; number < 100; number++) await inviteAndRemove(number);
  expect(await faultOf(inviteAndRemove(100))).toBe('too_many_calls');
  await own.owner(c.owner.session).staff.invite(invitation('other@example.test'));
  await own.done();
  expect(own.mail.letters.length).toBeLessThanOrEqual(101);
  expect(own.mail.tokenFor('other@example.test')).toBeDefined();
  await own.close();
});
