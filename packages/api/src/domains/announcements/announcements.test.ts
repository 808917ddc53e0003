import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';
import { newAnnouncement } from './examples.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
// What other tests have left.
beforeEach(async () => {
  await stage.database
    .sql`update announcements set ended_at = now() where published_at is not null and ended_at is null`;
  await stage.database.sql`update announcements set removed_at = now() where published_at is null`;
});
afterAll(() => stage.close());

const platform = () => stage.admin(stage.world.platform.super_admin.session).announcements;
const of = (who: 'a' | 'b', role: 'owner' | 'staff' = 'owner') =>
  stage.owner(stage.world[who][role].session).announcements;
const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
const names = async (who: 'a' | 'b') => (await of(who).board()).map(({ name }) => name);

type Draft = Partial<ReturnType<typeof newAnnouncement> | { audience: string[] | null }>;
const draft = (name: string, more: Draft = {}) =>
  platform().create({ ...newAnnouncement(name), startsAt: hours(-1), endsAt: hours(1), ...more });
async function published(name: string, more: Draft = {}) {
  const { id, version } = await draft(name, more);
  return platform().publish({ id, version });
}
const end = ({ id, version }: { id: string; version: number }) => platform().end({ id, version });
const told = async (id: string) =>
  (await platform().timeline({ id })).items.map(({ name }) => name.replace('announcement.', ''));

test('a moment that no calendar has, or that does not say where its clock stands, is none', async () => {
  for (const startsAt of ['2026-02-30T09:00:00+05:30', '2026-03-01T09:00:00', '2026-03-01T25:00:00Z'])
    expect(await faultOf(draft('Never', { startsAt })), startsAt).toBe('invalid_format');
});

test('a draft is nobody’s but the platform’s; published it stands on every board; ended it is gone at once', async () => {
  const made = await draft('Repair');
  expect(made).toMatchObject({
    stage: 'draft',
    audience: null,
    reach: null,
    nameHi: 'Ravivar ko marammat',
    bodyHi: null,
  });
  expect(await names('a')).toEqual([]);
  const shown = await platform().publish({ id: made.id, version: made.version });
  expect(shown).toMatchObject({ stage: 'running', version: 2, reach: { membersRead: 0, tenantsRead: 0 } });
  expect([await names('a'), await names('b')]).toEqual([['Repair'], ['Repair']]);
  const [seen] = await of('a').board();
  expect(Object.keys(seen ?? {}).sort()).toEqual(
    ['body', 'bodyHi', 'endsAt', 'id', 'importance', 'isRead', 'name', 'nameHi', 'startsAt'].sort(),
  );
  expect(await end(shown)).toMatchObject({ stage: 'over', version: 3 });
  expect([await names('a'), await names('b')]).toEqual([[], []]);
  expect(await told(made.id)).toEqual(['ended', 'published', 'created']);
});

test('one for chosen customers is seen by those alone, who learn of no other', async () => {
  const { a, b, c } = stage.world;
  const shown = await published('For two', { audience: [a.id, c.id] });
  expect(shown.audience).toEqual([a, c].map(({ id, name }) => ({ id, name })));
  expect([await names('a'), await names('b')]).toEqual([['For two'], []]);
  expect(JSON.stringify(await of('a').board())).not.toContain(c.id);
  expect(await faultOf(draft('For the platform', { audience: [stage.world.platform.id] }))).toBe('validation');
  expect(await faultOf(draft('For who has gone', { audience: [b.id, stage.world.deleted.id] }))).toBe('validation');
  expect(await faultOf(draft('Twice', { audience: [a.id, a.id] }))).toBe('validation');
  expect(await faultOf(draft('For nobody', { audience: [] }))).toBe('validation');
});

test('each member reads for themselves, once; the platform hears how many', async () => {
  const { a } = stage.world;
  const shown = await published('To be read', { audience: [a.id] });
  const [foreign] = [await published('Not for A', { audience: [stage.world.b.id] })];
  const ids = [shown.id, foreign.id];
  expect(await of('a').read({ ids })).toEqual({ unread: 0 });
  expect(await of('a').read({ ids })).toEqual({ unread: 0 });
  expect((await of('a').board()).map(({ isRead }) => isRead)).toEqual([true]);
  expect((await of('a', 'staff').board()).map(({ isRead }) => isRead)).toEqual([false]);
  const [kept] = await stage.database
    .sql`select count(*)::int as n from announcement_reads where announcement_id = ${shown.id}`;
  expect(kept).toEqual({ n: 1 });
  expect((await platform().get({ id: shown.id })).reach).toMatchObject({ tenants: 1, tenantsRead: 1, membersRead: 1 });
  expect((await platform().get({ id: foreign.id })).reach).toMatchObject({
    tenants: 1,
    tenantsRead: 0,
    membersRead: 0,
  });
  await of('a', 'staff').read({ ids });
  const { reach } = await platform().get({ id: shown.id });
  expect(reach).toMatchObject({ tenantsRead: 1, membersRead: 2 });
  const [members] = await stage.database.sql`
    select count(*)::int as n from memberships where tenant_id = ${a.id} and accepted_at is not null and removed_at is null`;
  expect(reach?.members).toBe(members?.['n']);
});

test('what was published changes by its end alone; what is over, and what was removed, not at all', async () => {
  const made = await draft('Growing', { endsAt: hours(2) });
  const { id } = made;
  const renamed = await platform().update({ id, version: 1, name: 'Grown', audience: [stage.world.b.id] });
  expect(renamed).toMatchObject({ name: 'Grown', body: made.body, audience: [{ id: stage.world.b.id }] });
  expect(await faultOf(platform().update({ id, version: 2, endsAt: hours(-2) }))).toBe('validation');
  const shown = await platform().publish({ id, version: 2 });
  expect(await faultOf(platform().publish({ id, version: 3 }))).toBe('changed_meanwhile');
  expect(await faultOf(platform().remove({ id, version: 3 }))).toBe('changed_meanwhile');
  expect(await faultOf(platform().update({ id, version: 3, name: 'Other' }))).toBe('changed_meanwhile');
  expect(await faultOf(platform().update({ id, version: 3, endsAt: hours(-0.5) }))).toBe('validation');
  const later = await platform().update({ id, version: shown.version, endsAt: hours(5) });
  await end(later);
  expect(await faultOf(platform().update({ id, version: 5, endsAt: hours(9) }))).toBe('changed_meanwhile');
  const unwanted = await draft('Unwanted');
  expect(await faultOf(end(unwanted))).toBe('changed_meanwhile');
  await platform().remove({ id: unwanted.id, version: 1 });
  expect(await faultOf(platform().get({ id: unwanted.id }))).toBe('not_found');
  expect((await platform().list({ filters: { q: 'Unwanted' } })).items).toEqual([]);
  const stale = await draft('Stale', { startsAt: hours(-3), endsAt: hours(-2) });
  expect(await faultOf(platform().publish({ id: stale.id, version: 1 }))).toBe('validation');
});

test('the list says what each is by now, and what somebody works on comes first', async () => {
  await end(await published('Ended'));
  const planned = await published('Planned', { startsAt: hours(1), endsAt: hours(2) });
  const running = await published('Running', { audience: [stage.world.a.id] });
  await draft('Drafted');
  const { items } = await platform().list({ limit: 100 });
  const stages = items.map(({ stage: one }) => one);
  expect(stages.slice(0, 3)).toEqual(['running', 'planned', 'draft']);
  expect(new Set(stages.slice(3))).toEqual(new Set(['over']));
  expect(items[0]).toMatchObject({ name: 'Running', addressed: 1 });
  expect((await platform().list({ filters: { stage: 'planned' } })).items).toMatchObject([{ id: planned.id }]);
  expect((await platform().list({ filters: { q: 'MARAMMAT', stage: 'running' } })).items).toMatchObject([
    { id: running.id },
  ]);
});

test('pages of those whom it is for are told when it is published, and, of one for later, when it begins', async () => {
  const { a } = stage.world;
  const { sql } = stage.database;
  await stage.work();
  const heard = async () =>
    (
      await sql<{ id: string }[]>`select subject_id as id from domain_events where name = 'board.changed' order by seq`
    ).map(({ id }) => id);
  const before = (await heard()).length;
  const since = async () => (await heard()).slice(before);
  const now = await published('Now', { audience: [a.id] });
  expect(await since()).toEqual([a.id]);
  const later = await published('Later', { startsAt: hours(1), endsAt: hours(2) });
  expect(await since()).toEqual([a.id]);
  await sql`update announcements set starts_at = now() where id = ${later.id}`;
  await sql`insert into jobs (for_tenant, queue, kind) values (${stage.world.platform.id}, 'plain', 'scheduleAnnouncements')`;
  await stage.done();
  expect(await since()).toEqual([a.id, 'all']);
  await sql`insert into jobs (for_tenant, queue, kind) values (${stage.world.platform.id}, 'plain', 'scheduleAnnouncements')`;
  await stage.done();
  expect(await since()).toEqual([a.id, 'all']);
  await end(now);
  expect(await since()).toEqual([a.id, 'all', a.id]);
});
