import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { translate } from '../../errors/translate.ts';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';
import { newStudent } from './examples.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_students = 1000`;
});
afterAll(() => stage.close());

let last = 9_829_000_000;
let home = '';
let call: ReturnType<Stage['owner']>['students'];
beforeEach(() => {
  const { a } = stage.world;
  home = a.libraries[0] ?? '';
  call = stage.owner(a.owner.session).students;
});

const errorOf = (call: Promise<unknown>) => call.then(() => null, translate);
const number = () => {
  last += 1;
  return String(last);
};
const act = (id: string, version: number) => ({ requestKey: randomUUID(), id, version });
const admit = (more: object = {}) => call.create({ ...newStudent(home, number()), ...more });

test('a student is admitted with a code of the library, changed, suspended with a reason, removed and restored', async () => {
  const made = await admit();
  const [library] = await stage.database.sql`select code from libraries where id = ${home}`;
  expect(made).toMatchObject({ name: 'Ravi Kumar', pincode: '302001', status: 'active', version: 1, siblings: [] });
  expect(made.code).toMatch(new RegExp(`^${library?.['code']}-\\d{4}$`));
  expect(await call.get({ id: made.id })).toEqual(made);
  const { id } = made;
  const changed = await call.update({ id, version: 1, name: 'Ravi Kumar Jat' });
  expect(changed).toMatchObject({ name: 'Ravi Kumar Jat', phone: made.phone, labels: ['Topper'], version: 2 });
  const reason = 'Fees not paid';
  const suspended = await call.suspend({ id, version: 2, reason });
  expect(suspended).toMatchObject({ status: 'suspended', statusReason: reason });
  expect(await faultOf(call.suspend({ id, version: 3, reason }))).toBe('changed_meanwhile');
  const back = await call.setStatus({ ...act(id, 3), status: 'active' });
  expect(back).toMatchObject({ status: 'active', statusReason: null });
  expect(await call.remove({ id, version: 4 })).toMatchObject({ version: 5 });
  expect(await faultOf(call.update({ id, version: 5, name: 'Nobody' }))).toBe('deleted');
  expect((await call.list({ filters: { q: made.code } })).total).toBe(0);
  expect((await call.list({ filters: { q: made.code, removed: 'removed' } })).total).toBe(1);
  expect(await call.restore({ id, version: 5 })).toMatchObject({ removedAt: null });
  expect(await faultOf(call.restore({ id, version: 6 }))).not.toBeNull();
  const { items } = await call.timeline({ id });
  expect(items.map((event) => event.name)).toEqual(
    ['restored', 'removed', 'status_changed', 'suspended', 'updated', 'created'].map((one) => `student.${one}`),
  );
});

test('a phone is of one student, unless a sibling is meant', async () => {
  const first = await admit();
  const again = newStudent(home, first.phone);
  const error = await errorOf(call.create(again));
  expect(error).toMatchObject({ code: 'duplicate_entry', details: { student: first.id } });
  expect(await call.known({ phone: first.phone })).toMatchObject({ id: first.id, name: first.name });
  const second = await call.create({ ...again, requestKey: randomUUID(), name: 'Sita Kumari', sibling: true });
  expect(second.siblings).toEqual([{ id: first.id, name: first.name, code: first.code }]);
  const other = await admit();
  expect(await faultOf(call.update({ id: other.id, version: 1, phone: first.phone }))).toBe('duplicate_entry');
  expect(await call.known({ phone: number() })).toBeNull();
});

test('of many who admit the same phone one wins, and the plan has no place twice', async () => {
  const phone = number();
  const many = Array.from({ length: 24 }, () => faultOf(call.create(newStudent(home, phone))));
  const faults = await Promise.all(many);
  expect(faults.filter((fault) => fault === null)).toHaveLength(1);
  expect(new Set(faults)).toEqual(new Set([null, 'duplicate_entry']));

  const { b } = stage.world;
  const theirs = stage.owner(b.owner.session).students;
  const [{ n } = { n: 0 }] = await stage.database
    .sql`select count(*)::int as n from students where tenant_id = ${b.id}`;
  await stage.database.sql`update tenants set max_students = ${Number(n) + 1} where id = ${b.id}`;
  const racing = Array.from({ length: 24 }, () => faultOf(theirs.create(newStudent(b.libraries[0] ?? '', number()))));
  const left = await Promise.all(racing);
  expect(left.filter((fault) => fault === null)).toHaveLength(1);
  expect(new Set(left)).toEqual(new Set([null, 'limit_exceeded']));
});

test('somebody under 18 needs a guardian and their phone', async () => {
  const bornOn = `${new Date().getFullYear() - 15}-06-01`;
  const error = await errorOf(admit({ bornOn }));
  expect(error?.fields.map(({ path }) => path)).toEqual(['guardianName', 'guardianPhone']);
  const guarded = await admit({ bornOn, guardianName: 'Mohan Lal', guardianPhone: '98290 99999' });
  expect(await faultOf(call.update({ id: guarded.id, version: 1, guardianPhone: '' }))).toBe('validation');
  expect(await faultOf(call.update({ id: guarded.id, version: 1, name: 'Chhotu' }))).toBeNull();
});

test('is found by a part of the name, by how it sounds in either script, by code and by the last digits', async () => {
  const made = await admit({ name: 'सुनीता विश्वकर्मा', phone: '97841 20736' });
  const found = async (q: string) => (await call.list({ filters: { q } })).items.map(({ id }) => id);
  for (const q of ['सुनी', 'sunita', 'Sunita Vishwa', 'vishvakarma', '0736', '20736', '97841 20736', '+91 97841 20736'])
    expect(await found(q), q).toContain(made.id);
  expect(await found(made.code)).toEqual([made.id]);
  for (const q of ['ramesh', '0737', 'sunita sharma', '%', '~x']) expect(await found(q), q).not.toContain(made.id);
});

test('moves to another library with a code of its own, and back to the one of before', async () => {
  const made = await admit();
  const { id } = made;
  const [other] = await stage.database.sql`insert into libraries
    (tenant_id, name, code, address, city, state, pincode, capacity, hours)
    values (${stage.world.a.id}, 'Second', 'SEC', '-', 'Kota', 'RJ', '324001', 1, '[1,2,3,4,5,6,7]') returning id`;
  const moved = await call.transfer({ id, version: 1, homeId: String(other?.['id']) });
  expect(moved).toMatchObject({ code: 'SEC-0001', libraryName: 'Second' });
  expect(await call.transfer({ id, version: 2, homeId: home })).toMatchObject({ code: made.code });
  const enrolled = await stage.database.sql`select code from enrolments where student_id = ${id} order by id`;
  expect(enrolled.map(({ code }) => code)).toEqual([made.code, 'SEC-0001']);
  const theirs = stage.world.b.libraries[0] ?? '';
  expect(await faultOf(call.transfer({ id, version: 3, homeId: theirs }))).toBe('not_found');
});

test('whoever may not read numbers gets none, and finds by a whole one alone', async () => {
  const made = await admit({ otherPhone: '98290 55555', guardianPhone: '98290 66666', guardianName: 'Mohan' });
  await call.update({ id: made.id, version: 1, phone: number() });
  const staff = stage.owner(stage.world.a.staff.session).students;
  const seen = await staff.get({ id: made.id });
  const shown = JSON.stringify([seen, await staff.list({}), await staff.timeline({ id: made.id })]);
  expect(seen.phone).toMatch(/^98•{5}\d{3}$/);
  expect(shown).not.toMatch(/\d{7}(?=")/);
  const { phone } = await call.get({ id: made.id });
  expect((await staff.list({ filters: { q: phone.slice(-5) } })).total).toBe(0);
  expect((await staff.list({ filters: { q: phone } })).items.map(({ id }) => id)).toEqual([made.id]);
  expect(await faultOf(staff.export({}))).toBe('insufficient_permissions');
});
