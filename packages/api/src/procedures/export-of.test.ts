import { afterAll, beforeAll, expect, test } from 'vitest';
import { newLibrary } from '../domains/libraries/examples.ts';
import { faultOf, openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a list is taken out whole, filtered and in order as it was asked for, and the trail says by whom', async () => {
  const { a, b } = stage.world;
  const { sql } = stage.database;
  const [{ id: like } = { id: '' }] = await sql`select id from libraries where tenant_id = ${a.id} limit 1`;
  await sql`
    insert into libraries select (jsonb_populate_record(null::libraries, to_jsonb(l) || jsonb_build_object(
        'id', gen_random_uuid(), 'code', 'X-' || n, 'city', 'Kota', 'name', 'Export ' || lpad(n::text, 3, '0')))).*
      from libraries l, generate_series(1, 230) n where l.id = ${like}`;
  await stage.owner(b.owner.session).libraries.create({ ...newLibrary('KOTA-9'), city: 'Kota' });

  const filters = { city: 'kota' };
  const sort = { by: 'name', descending: true } as const;
  const { items, complete } = await stage.owner(a.staff.session).libraries.export({ filters, sort });
  const names = items.map(({ name }) => name);
  expect(complete).toBe(true);
  expect(names).toHaveLength(230);
  expect(new Set(names).size).toBe(230);
  expect(names).toEqual(names.toSorted().reverse());

  const events = await sql`
    select tenant_id, actor_id, after from domain_events where name = 'library.exported' and actor_id = ${a.staff.userId}`;
  expect(events).toEqual([{ tenant_id: a.id, actor_id: a.staff.userId, after: { rows: 230, filter: filters } }]);
});

test('those alone that were chosen, of those that match and are theirs', async () => {
  const { a, b } = stage.world;
  const [first, second] = a.libraries;
  const only = [first, second, b.libraries[0]];
  const call = stage.owner(a.owner.session).libraries;
  const { name } = await call.get({ id: first });
  expect((await call.export({ only })).items.map(({ id }) => id).sort()).toEqual([first, second].sort());
  expect((await call.export({ only, filters: { q: name } })).items.map(({ id }) => id)).toEqual([first]);
  expect(await faultOf(call.export({ only: [] }))).toBe('validation');
  const [last] = await stage.database.sql`
    select after from domain_events where name = 'library.exported' order by id desc limit 1`;
  expect(last?.['after']).toEqual({ rows: 1, filter: { q: name } });
});

test('of staff and customers too, each by its own right', async () => {
  const { a, platform } = stage.world;
  const staff = await stage.owner(a.owner.session).staff.export({});
  expect(staff.items.map(({ email }) => email)).toContain(a.staff.email);
  const customers = await stage.admin(platform.support.session).tenants.export({});
  expect(customers.items.map(({ id }) => id)).toContain(a.id);
});
