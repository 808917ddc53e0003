import { randomUUID } from 'node:crypto';
import { trailOf } from '@studyspot/db/schema/trail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newLibrary } from '../domains/libraries/examples.ts';
import { newTenant } from '../domains/tenants/examples.ts';
import { touched } from '../live/touched.ts';
import { procedureOf } from '../proofs/output-rules.ts';
import { faultOf, openStage, product, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_libraries = 50 where id = ${stage.world.a.id}`;
});
afterAll(() => stage.close());

async function busyLibrary(code: string, changes: number) {
  const call = stage.owner(stage.world.a.owner.session).libraries;
  const { id } = await call.create(newLibrary(code));
  for (let version = 1; version <= changes; version++)
    await call.setStatus({ requestKey: randomUUID(), id, version, status: version % 2 === 1 ? 'inactive' : 'active' });
  return { id, call };
}

test('tells what became of a record, newest first, with what changed and by whom', async () => {
  const { id, call } = await busyLibrary('TIME-1', 1);
  const { items, nextCursor } = await call.timeline({ id });
  expect(items.map(({ name }) => name)).toEqual(['library.status_changed', 'library.created']);
  expect(items[0]?.changes).toContainEqual({ field: 'status', before: 'active', after: 'inactive' });
  expect(items[1]?.changes).toEqual([]);
  const [owner] = await stage.database.sql`
    select name from memberships where id = ${stage.world.a.owner.membershipId}`;
  expect(items.map(({ by, actorName }) => ({ by, actorName }))).toEqual(
    Array(2).fill({ by: 'person', actorName: owner?.['name'] }),
  );
  expect(nextCursor).toBeNull();
});

test('is paged to its end, without loss or repeat, while more happens at the top', async () => {
  const { id, call } = await busyLibrary('TIME-2', 9);
  const whole = (await call.timeline({ id, limit: 50 })).items.map((event) => event.id);
  expect(whole).toHaveLength(10);
  const seen: string[] = [];
  let page = await call.timeline({ id, limit: 3 });
  await call.setStatus({ requestKey: randomUUID(), id, version: 10, status: 'under_maintenance' });
  for (;;) {
    seen.push(...page.items.map((event) => event.id));
    if (page.nextCursor === null) break;
    page = await call.timeline({ id, limit: 3, cursor: page.nextCursor });
  }
  expect(seen).toEqual(whole);
  expect(await faultOf(call.timeline({ id, limit: 51 }))).toBe('validation');
});

test('tells nothing of a record of another business, and nothing to who may not read it', async () => {
  const { b, a } = stage.world;
  const { id } = await busyLibrary('TIME-3', 1);
  expect(await faultOf(stage.owner(b.owner.session).libraries.timeline({ id }))).toBe('not_found');
  const member = { id: a.manager.membershipId };
  expect(await faultOf(stage.owner(a.staff.session).staff.timeline(member))).toBe('insufficient_permissions');
});

test('the platform reads its own trail of a customer once, and none of the people there', async () => {
  const call = stage.admin(stage.world.platform.super_admin.session);
  const tenant = await call.tenants.create(newTenant('Timeline Library', 'timeline@example.test'));
  const [owner] = tenant.owners;
  await call.tenants.suspend({ id: tenant.id, version: 1, reason: 'The invoice of October is unpaid' });
  const { items } = await call.tenants.timeline({ id: tenant.id });
  expect(items.map(({ name, by }) => `${by} ${name}`)).toEqual(['person tenant.suspended', 'person tenant.created']);
  expect(await faultOf(call.platformStaff.timeline({ id: owner?.membershipId ?? '' }))).toBe('not_found');
});

test('an owner hears of the platform, not of its people by name', async () => {
  const { a, platform } = stage.world;
  const { sql } = stage.database;
  await sql`
    insert into domain_events (tenant_id, name, subject_kind, subject_id, actor_id, actor_name)
    values (${a.id}, 'member.invited', 'membership', ${a.staff.membershipId}, ${platform.super_admin.userId}, 'Priya')`;
  const { items } = await stage.owner(a.owner.session).staff.timeline({ id: a.staff.membershipId });
  expect(items[0]).toMatchObject({ name: 'member.invited', by: 'platform', actorName: null });
});

test('is heard of by whoever looks at it, and tells of no field that the record itself does not show', () => {
  // Whether a mail went out is known of the event alone; a place on the map is shown in one piece, a consent as a whole.
  const besides = new Set([
    ...['membership.mail', 'library.latitude', 'library.longitude'],
    ...['student.purpose', 'student.wording', 'student.through'],
  ]);
  const told = (['owner', 'admin'] as const).flatMap((portal) => {
    const root = portal === 'owner' ? product.ownerRouter : product.adminRouter;
    return Object.keys(root._def.procedures).flatMap((path) => {
      const [router = '', name] = path.split('.');
      if (name !== 'timeline') return [];
      const [kind = ''] = Object.entries(touched).find(([, routers]) => routers.includes(router)) ?? [];
      const def = procedureOf(product, portal, `${router}.get`)._def.meta?.output._zod.def;
      const shown = Object.keys((def as { shape?: object } | undefined)?.shape ?? {});
      const unseen = trailOf(kind)?.filter((field) => !shown.includes(field) && !besides.has(`${kind}.${field}`));
      return { of: `${portal} ${router}`, isHeard: kind !== '', unseen };
    });
  });
  expect(told.filter(({ isHeard, unseen }) => !isHeard || unseen?.length !== 0)).toEqual([]);
  expect(told.map(({ of }) => of)).toEqual(expect.arrayContaining(['owner libraries', 'admin platformStaff']));
});

test('finds its events by the index, however much happened to others', async () => {
  const { a, platform } = stage.world;
  const { sql } = stage.database;
  const { id } = await busyLibrary('TIME-6', 30);
  await sql`
    insert into domain_events (tenant_id, name, subject_kind, subject_id, actor_id)
    select ${a.id}, 'library.updated', 'library', 'other-' || n % 300, ${a.owner.userId} from generate_series(1, 60000) n`;
  await sql`analyze domain_events`;
  for (const [role, claim] of [
    ['ss_tenant', a.id],
    ['ss_platform', platform.id],
  ] as const) {
    const plan = await sql.begin(async (begun) => {
      await begun`select set_config('role', ${role}, true), set_config('app.tenant_id', ${claim}, true)`;
      return await begun`
        explain (analyze, buffers, costs off, timing off, summary off)
        select e.id, m.name from domain_events e
          left join memberships m on m.tenant_id = e.tenant_id and m.user_id = e.actor_id
          where e.tenant_id = ${a.id} and e.subject_kind = 'library' and e.subject_id = ${id}
          order by e.id desc, e.id desc limit 21`;
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    const [, hit, missed] = /shared hit=(\d+)(?: read=(\d+))?/.exec(text) ?? [];
    expect(Number(hit) + Number(missed ?? 0), text).toBeLessThan(150);
  }
});
