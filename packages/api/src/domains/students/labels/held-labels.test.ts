import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faultOf, openStage, type Stage } from '../../../testing/stage.ts';
import { newStudent } from '../examples.ts';
import { freePlaces, MOST_LABELS } from './rules.ts';

let stage: Stage;
let call: ReturnType<Stage['owner']>['students'];
beforeAll(async () => {
  stage = await openStage();
  const { a } = stage.world;
  await stage.database.sql`update tenants set max_students = 1000`;
  call = stage.owner(a.owner.session).students;
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.database.sql`update labels set removed_at = now()`;
});

let last = 9_811_000_000;
const admit = (labels: string[]) => {
  last += 1;
  return call.create({ ...newStudent(stage.world.a.libraries[0] ?? '', String(last)), labels });
};
const named = async (name: string) => (await call.labels({})).items.find((label) => label.name === name);

test('labels are those of the business, one spelling each; renamed and removed they are so on everyone who bears them', async () => {
  const first = await admit(['UPSC', 'Row A']);
  const second = await admit(['upsc', 'Upsc']);
  expect(second.labels).toEqual(['UPSC']);
  const gone = await admit(['UPSC']);
  await call.remove({ id: gone.id, version: 1 });
  expect(await named('UPSC')).toMatchObject({ students: 2, version: 1 });
  expect((await call.list({ filters: { label: 'UPSC' } })).total).toBe(2);

  const upsc = await named('UPSC');
  const at = { id: upsc?.id ?? '', version: 1 };
  expect(await faultOf(call.renameLabel({ ...at, name: 'ROW A' }))).toBe('duplicate_entry');
  expect(await call.renameLabel({ ...at, name: 'Civil services' })).toMatchObject({ students: 3, version: 2 });
  expect((await call.get({ id: first.id })).labels).toEqual(['Civil services', 'Row A']);
  expect((await call.get({ id: gone.id })).labels).toEqual(['Civil services']);
  expect(await faultOf(call.renameLabel({ ...at, name: 'Another' }))).toBe('changed_meanwhile');

  expect(await call.removeLabel({ ...at, version: 2 })).toMatchObject({ students: 3 });
  expect((await call.get({ id: first.id })).labels).toEqual(['Row A']);
  expect(await named('Civil services')).toBeUndefined();
  expect(await faultOf(call.removeLabel({ ...at, version: 3 }))).toBe('deleted');
  const { items } = await call.timeline({ id: first.id });
  expect(items.map(({ name, changes }) => [name, changes.find(({ field }) => field === 'labels')?.after])).toEqual([
    ['student.updated', '["Row A"]'],
    ['student.updated', '["Civil services","Row A"]'],
    ['student.created', undefined],
  ]);
  const staff = stage.owner(stage.world.a.staff.session).students;
  const row = await named('Row A');
  expect(await faultOf(staff.removeLabel({ id: row?.id ?? '', version: 1 }))).toBe('insufficient_permissions');
});

test('no two labels differ by case alone, none holds what turns text round, and there are so many at most', async () => {
  const { sql } = stage.database;
  const { id: tenant } = stage.world.b;
  const add = (name: string, place: number) =>
    sql`insert into labels (tenant_id, name, place) values (${tenant}, ${name}, ${place})`.then(
      () => null,
      (error: { constraint_name?: string }) => error.constraint_name,
    );
  expect(await add('Toppers', 1)).toBeNull();
  expect(await add('TOPPERS', 2)).toBe('labels_tenant_id_name_key');
  expect(await add('Others', 1)).toBe('labels_place_key');
  expect(await add('Others', MOST_LABELS + 1)).toBe('labels_place_check');
  for (const name of ['a\u202eb', 'a\tb', ' a', '', 'x'.repeat(41)])
    expect(await add(name, 3), JSON.stringify(name)).toBe('labels_name_check');
  expect(freePlaces([1, 3], 2)).toEqual([2, 4]);
  expect(
    freePlaces(
      Array.from({ length: MOST_LABELS }, (_, at) => at + 1),
      1,
    ),
  ).toBeNull();
  const full = Array.from({ length: MOST_LABELS }, (_, at) => ({
    tenant_id: stage.world.a.id,
    name: `L${at}`,
    place: at + 1,
  }));
  await sql`insert into labels ${sql(full)}`;
  expect(await faultOf(admit(['One more']))).toBe('validation');
  expect((await admit(['l7'])).labels).toEqual(['L7']);
});
