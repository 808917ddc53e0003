import { randomUUID } from 'node:crypto';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { newLibrary } from '../domains/libraries/examples.ts';
import { onLibraryStatus } from '../domains/libraries/on-library-status.ts';
import type { Letter } from '../services.ts';
import { faultOf, openStage, type Stage } from '../testing/stage.ts';
import { openTestServices, startTestWorker } from '../testing/worker.ts';
import { found } from './found.ts';
import type { WorkScope } from './say.ts';
import type { Worker } from './worker.ts';

let stage: Stage;
let worker: Worker;
let services: ReturnType<typeof openTestServices>;
const letters: Letter[] = [];
beforeAll(async () => {
  stage = await openStage();
  await empty();
  await stage.database.sql`update tenants set max_libraries = 50`;
  services = openTestServices(stage.database, { send: async (letter) => void letters.push(letter) });
  worker = startTestWorker(stage.database, found, {}, services);
  await vi.waitFor(async () => {
    const known = await stage.database.sql`select 1 from job_subscribers`;
    expect(known.length).toBeGreaterThan(0);
  });
});
const empty = async () => {
  await stage.database.sql`delete from notifications`;
  await stage.database.sql`delete from inboxes`;
};
afterEach(empty);
afterAll(async () => {
  await worker.stop();
  await services.close();
  await stage.close();
});

const noticesOf = (memberId: string) => stage.database.sql<
  { kind: string; data: Record<string, unknown>; many: number; read: boolean }[]
>`
  select kind, data, 1 + cardinality(more) as many, read_at is not null as read from notifications
    where member_id = ${memberId} order by told_at`;
const settled = () =>
  expect
    .poll(
      async () => {
        const [left] = await stage.database
          .sql`select (select count(*)::int from jobs where state <> 'later' or due_at <= now())
          + (select count(*)::int from domain_events e, job_relay r where e.seq > r.cursor and e.seq <> all (r.early)) as n`;
        return left?.['n'];
      },
      { timeout: 15_000 },
    )
    .toBe(0);
const ofA = () => stage.owner(stage.world.a.owner.session);
const ofManager = () => stage.owner(stage.world.a.manager.session);
const close = async (code: string) => {
  const made = await ofA().libraries.create(newLibrary(code));
  const status = 'inactive' as const;
  return ofManager().libraries.setStatus({ requestKey: randomUUID(), id: made.id, version: 1, status });
};

test('what somebody else did is told to whom it concerns, put together while it is unread, and to nobody else', async () => {
  const { a, b } = stage.world;
  await close('N-1');
  await settled();
  await close('N-2');
  await settled();
  expect([...(await noticesOf(a.owner.membershipId))]).toMatchObject([
    { kind: 'library.status', data: { name: 'Library N-2', status: 'inactive' }, many: 2, read: false },
  ]);
  expect(await noticesOf(a.manager.membershipId)).toHaveLength(0);
  expect(await noticesOf(a.staff.membershipId)).toHaveLength(0);
  expect(await noticesOf(b.owner.membershipId)).toHaveLength(0);
  expect(await ofA().notifications.count()).toEqual({ unread: 1 });
  expect(await ofManager().notifications.count()).toEqual({ unread: 0 });
});

test('once read, what comes next is a line of its own', async () => {
  await close('N-3');
  await settled();
  const { items } = await ofA().notifications.list({});
  expect(await ofA().notifications.read({ ids: items.map(({ id }) => id) })).toEqual({ unread: 0 });
  await close('N-4');
  await settled();
  expect((await ofA().notifications.list({})).items.map(({ many, readAt }) => [many, readAt === null])).toEqual([
    [1, true],
    [1, false],
  ]);
  expect((await ofA().notifications.list({ unread: true })).items).toHaveLength(1);
});

test('a group that is full begins anew', async () => {
  const { a } = stage.world;
  await close('F-1');
  await settled();
  await stage.database.sql`update notifications set more = array(select n::text from generate_series(1, 200) n)`;
  await close('F-2');
  await settled();
  expect((await noticesOf(a.owner.membershipId)).map(({ many }) => many)).toEqual([201, 1]);
});

test('one member neither sees nor marks what another is told', async () => {
  await close('N-5');
  await settled();
  const { items } = await ofA().notifications.list({});
  const ids = items.map(({ id }) => id);
  expect((await ofManager().notifications.list({})).items).toEqual([]);
  expect(await faultOf(ofManager().notifications.read({ ids }))).toBe('not_found');
  expect(await faultOf(ofManager().notifications.clear({ ids }))).toBe('not_found');
  await ofManager().notifications.readAll();
  expect(await ofA().notifications.count()).toEqual({ unread: 1 });
  expect((await ofA().notifications.list({ unread: true })).items).toHaveLength(1);
});

test('what is cleared is gone from the list and the count, and comes back as it was', async () => {
  await close('N-6');
  await settled();
  const call = ofA().notifications;
  const ids = (await call.list({})).items.map(({ id }) => id);
  expect(await call.clear({ ids })).toEqual({ unread: 0 });
  expect((await call.list({})).items).toEqual([]);
  expect(await call.restore({ ids })).toEqual({ unread: 1 });
  expect(await call.readAll()).toEqual({ unread: 0 });
  expect(await call.clear({ ids })).toEqual({ unread: 0 });
  expect(await call.restore({ ids })).toEqual({ unread: 0 });
});

test('what somebody does not want is not told, and security is told all the same', async () => {
  const { a } = stage.world;
  const call = ofA().notifications;
  const before = await call.choices();
  const muted = before.kinds.map(({ kind }) => kind);
  const chosen = await call.choose({ muted, mailed: [], quiet: null, version: before.version });
  expect(chosen.kinds.filter(({ isOn }) => isOn).map(({ category }) => category)).toEqual(
    before.kinds.filter(({ category }) => category === 'security').map(({ category }) => category),
  );
  expect(await faultOf(call.choose({ muted: [], mailed: [], quiet: null, version: before.version }))).toBe(
    'changed_meanwhile',
  );
  await close('N-7');
  await stage.database.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id, actor_id)
    values (${a.id}, 'person.password_changed', 'person', ${a.owner.userId}, ${a.owner.userId})`;
  await settled();
  expect((await noticesOf(a.owner.membershipId)).map(({ kind }) => kind)).toEqual(['security.password_changed']);
});

test('a change of rights is told to its member, one that changes none to nobody', async () => {
  const { a } = stage.world;
  const members = ofA().staff;
  const member = await members.get({ id: a.staff.membershipId });
  const same = { id: member.id, role: 'staff' as const, added: [], removed: [] };
  await members.update({ ...same, version: member.version });
  await members.update({ ...same, version: member.version + 1, added: ['libraries:update'] });
  await settled();
  expect([...(await noticesOf(a.staff.membershipId))]).toMatchObject([{ kind: 'member.rights', many: 1 }]);
  expect(await noticesOf(a.owner.membershipId)).toHaveLength(0);
});

test('an invitation that was accepted is told once to whoever sent it', async () => {
  const { a } = stage.world;
  await stage.database.sql`update memberships set invited_by = ${a.owner.userId} where id = ${a.staff.membershipId}`;
  await stage.database.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
    values (${a.id}, 'membership.accepted', 'membership', ${a.staff.membershipId})`;
  await settled();
  expect([...(await noticesOf(a.owner.membershipId))]).toMatchObject([{ kind: 'member.accepted', many: 1 }]);
  expect(await noticesOf(a.staff.membershipId)).toHaveLength(0);
});

test('done again, or killed in the middle and done again, it tells nothing twice', async () => {
  const { a } = stage.world;
  await close('N-8');
  await close('N-9');
  await settled();
  const events = await stage.database.sql<{ id: string }[]>`
    select id from domain_events where tenant_id = ${a.id} and name = 'library.status_changed' order by seq desc limit 2`;
  const before = await noticesOf(a.owner.membershipId);
  const own = openWorkDatabase({ url: stage.database.urls.system });
  const again = async (event: string, broken: boolean) => {
    const [made] = await stage.database.sql<{ id: string }[]>`
      insert into jobs (for_tenant, queue, kind, event_id, state, attempt, lease_until)
        values (${a.id}, 'plain', ${`again ${randomUUID()}`}, ${event}, 'running', 1, now() + interval '1 minute') returning id`;
    const step = <T>(verb: (scope: WorkScope) => Promise<T>) =>
      own.work({ tenant: a.id, job: made?.id ?? '', attempt: 1, roles: [] }, async (scope) => {
        const done = await verb(scope);
        if (broken) throw new Error('killed');
        return done;
      });
    return onLibraryStatus.perform(step, { attempt: 1, isLast: true, services });
  };
  for (const { id } of events) await again(id, false);
  expect([...(await noticesOf(a.owner.membershipId))]).toEqual([...before]);
  await stage.database.sql`delete from notifications`;
  const [first] = events;
  await expect(again(first?.id ?? '', true)).rejects.toThrow('killed');
  expect(await noticesOf(a.owner.membershipId)).toHaveLength(0);
  await again(first?.id ?? '', false);
  await again(first?.id ?? '', false);
  expect([...(await noticesOf(a.owner.membershipId))]).toMatchObject([{ many: 1 }]);
  expect(await ofA().notifications.count()).toEqual({ unread: 1 });
  await stage.database.sql`delete from jobs`;
  await own.close();
});

test('old notices go in time, and the number of the unread with them', async () => {
  await close('N-10');
  await settled();
  await stage.database.sql`update notifications set told_at = now() - interval '89 days'`;
  await stage.database.sql`select identity.tidy(null, 100)`;
  expect(await ofA().notifications.count()).toEqual({ unread: 1 });
  await stage.database.sql`update notifications set told_at = now() - interval '91 days'`;
  await stage.database.sql`select identity.tidy(null, 100)`;
  expect(await ofA().notifications.count()).toEqual({ unread: 0 });
  expect((await ofA().notifications.list({})).items).toEqual([]);
});

test('a plan that ends is told once each time, to the owner of an open tenant alone', async () => {
  const { a, b } = stage.world;
  const { sql } = stage.database;
  const ends = (days: number) => new Date(Date.now() + days * 86_400_000);
  await sql`update tenants set status = 'trial', trial_ends_at = ${ends(6)} where id in ${sql([a.id, b.id])}`;
  await sql`update tenants set status = 'suspended', suspended_reason = 'x', suspended_at = now() where id = ${b.id}`;
  const morning = async () => {
    await sql`insert into jobs (for_tenant, queue, kind)
      select id, 'bulk', 'schedulePlanEnds' from tenants where kind = 'platform'`;
    await settled();
  };
  await morning();
  await morning();
  expect([...(await noticesOf(a.owner.membershipId))]).toMatchObject([{ kind: 'plan.ends', data: { of: 'trial' } }]);
  await sql`update tenants set trial_ends_at = trial_ends_at - interval '4 days' where id = ${a.id}`;
  await morning();
  expect((await noticesOf(a.owner.membershipId)).length).toBe(2);
  expect(await noticesOf(a.manager.membershipId)).toHaveLength(0);
  expect(await noticesOf(b.owner.membershipId)).toHaveLength(0);
  await sql`update tenants set status = 'active', suspended_reason = null, suspended_at = null where id = ${b.id}`;
});

const mailNow = async () => {
  await settled();
  await stage.database.sql`update jobs set due_at = now() where kind = 'jobNoticeMail'`;
  await settled();
  return letters.splice(0).map(({ to, subject }) => [to, subject]);
};
const wish = async (mailed: string[], quiet: { from: string; till: string } | null = null) => {
  const { version } = await ofA().notifications.choices();
  return ofA().notifications.choose({ muted: [], mailed, quiet, version });
};

test('a notice is mailed to who wants that, one for a group, and not when it was read meanwhile', async () => {
  const { a } = stage.world;
  const email = a.owner.email;
  letters.length = 0;
  await close('M-1');
  expect(await mailNow()).toEqual([]);
  await ofA().notifications.readAll();
  await wish(['library.status']);
  await close('M-2');
  await close('M-3');
  expect(await mailNow()).toEqual([[email, 'The status of a library was changed']]);
  // It is of the group that was mailed.
  await close('M-4');
  expect(await mailNow()).toEqual([]);
  await ofA().notifications.readAll();
  await close('M-5');
  await settled();
  await ofA().notifications.readAll();
  expect(await mailNow()).toEqual([]);
  await close('M-6');
  await settled();
  await wish([]);
  expect(await mailNow()).toEqual([]);
});

test('what is not urgent is mailed after the quiet hours', async () => {
  const india = (ms: number) => new Date(Date.now() + 5.5 * 3_600_000 + ms).toISOString().slice(11, 16);
  await wish(['library.status'], { from: india(-3_600_000), till: india(3_600_000) });
  await close('Q-1');
  await settled();
  const [mail] = await stage.database
    .sql`select max(due_at) > now() + interval '50 minutes' as waits from jobs where kind = 'jobNoticeMail'`;
  expect(mail?.['waits']).toBe(true);
  expect((await ofA().notifications.count()).unread).toBe(1);
  await stage.database.sql`delete from jobs`;
});
