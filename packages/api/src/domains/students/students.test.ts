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

test('who was removed comes back to the number that is left for them, and beside another only if that is meant', async () => {
  const first = await admit();
  const again = newStudent(home, first.phone);
  const sister = await call.create({ ...again, name: 'Sita Kumari', sibling: true });
  await call.remove({ id: sister.id, version: 1 });
  expect(await call.restore({ id: sister.id, version: 2 })).toMatchObject({ siblingNo: 1, removedAt: null });
  await call.remove({ id: first.id, version: 1 });
  expect(await call.restore({ id: first.id, version: 2 })).toMatchObject({ siblingNo: 0 });

  await call.remove({ id: first.id, version: 3 });
  const taken = await call.create({ ...again, requestKey: randomUUID(), name: 'Mohan Lal', sibling: true });
  expect(taken.siblingNo).toBe(0);
  const back = { id: first.id, version: 4 };
  expect(await errorOf(call.restore(back))).toMatchObject({ code: 'duplicate_entry' });
  expect(await call.restore({ ...back, sibling: true })).toMatchObject({ siblingNo: 2 });
});

test('numbers of siblings are given again, and no more than fit', async () => {
  const { phone } = await admit();
  const another = () => call.create({ ...newStudent(home, phone), sibling: true });
  const all = [];
  for (let n = 0; n < 20; n += 1) all.push(await another());
  const full = await errorOf(another());
  expect(full?.fields).toEqual([{ path: 'phone', message: 'tooManySiblings' }]);
  for (const { id } of all.slice(0, 3)) await call.remove({ id, version: 1 });
  expect((await another()).siblingNo).toBe(1);
  const two = [await admit(), await admit()];
  const meant = two.map(({ id }) => call.update({ id, version: 1, phone, sibling: true }));
  expect((await Promise.all(meant)).map(({ siblingNo }) => siblingNo).sort()).toEqual([2, 3]);
});

test('codes go on whatever a library is called, and whoever had the name before', async () => {
  const [other] = await stage.database.sql`insert into libraries
    (tenant_id, name, code, address, city, state, pincode, capacity, hours)
    values (${stage.world.a.id}, 'Renamed', 'LONG-NAME', '-', 'Kota', 'RJ', '324001', 1, '[1,2,3,4,5,6,7]') returning id`;
  const homeId = String(other?.['id']);
  const named = async (code: string) => {
    await stage.database.sql`update libraries set code = ${code} where id = ${homeId}`;
    return (await admit({ homeId })).code;
  };
  expect(await named('LONG-NAME')).toBe('LONG-NAME-0001');
  expect(await named('AA')).toBe('AA-0001');
  expect(await named('AA')).toBe('AA-0002');
  expect(await named('LONG')).toBe('LONG-0001');
  expect(await named('LONG-NAME')).toBe('LONG-NAME-0002');
  await stage.database.sql`update libraries set code = 'GONE-BY' where id = ${homeId}`;
  await stage.database.sql`update libraries set code = 'AA' where id = ${home}`;
  expect((await admit()).code).toBe('AA-0003');
});

test('a card is noted whole, and a warning that is taken away has no end', async () => {
  const { id } = await admit({ warning: 'Owes for the locker', warningTill: '2030-01-01' });
  const faults = async (more: object) =>
    (await errorOf(call.update({ id, version: 1, ...more })))?.fields.map(({ path }) => path);
  expect(await faults({ idKind: 'pan' })).toEqual(['idLast4']);
  expect(await faults({ idLast4: '१२३४' })).toEqual(['idKind']);
  const noted = await call.update({ id, version: 1, idKind: 'aadhaar', idLast4: '१२३४', warning: '' });
  expect(noted).toMatchObject({ idLast4: '1234', warning: null, warningTill: null });
});

test('what was answered once is told to nobody else, nor to whoever may see less since', async () => {
  const { a } = stage.world;
  const made = newStudent(home, number());
  const theirs = stage.owner(a.manager.session).students;
  expect((await theirs.create(made)).phone).toBe(`+91${made.phone}`);
  expect(await theirs.create(made)).toMatchObject({ phone: `+91${made.phone}` });
  expect(await faultOf(call.create(made))).toBe('conflict');
  expect(await faultOf(stage.owner(a.staff.session).students.create(made))).toBe('conflict');
  const { sql } = stage.database;
  await sql`update memberships set removed = '{students:phones}' where id = ${a.manager.membershipId}`;
  expect(await faultOf(theirs.create(made))).toBe('conflict');
  await sql`update memberships set removed = '{}' where id = ${a.manager.membershipId}`;
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
  for (const q of [
    'सुनी',
    'sunita',
    'Sunita Vishwa',
    'vishvakarma',
    '0736',
    '20736',
    '97841',
    '97841 20736',
    '+91 97841 20736',
  ])
    expect(await found(q), q).toContain(made.id);
  expect(await found(made.code)).toEqual([made.id]);
  for (const q of ['ramesh', '0737', 'sunita sharma', '%', '~', '~x']) expect(await found(q), q).not.toContain(made.id);
});

test('is found a letter off, or by the middle of a word, where nobody is called so', async () => {
  const made = await admit({ name: 'Devyani Khandelwal' });
  const found = async (q: string) => (await call.list({ filters: { q } })).items.map(({ id }) => id);
  for (const q of ['devyni', 'Devyain', 'devyanni', 'debyani', 'Devyani Kandelval', 'delwa', 'dev khandewal'])
    expect(await found(q), q).toEqual([made.id]);
  for (const q of ['Devashri', 'yx', '70707']) expect(await found(q), q).toEqual([]);
  const other = await admit({ name: 'Debyani Sen' });
  expect(await found('debyani')).toEqual([other.id]);
  await call.update({ id: other.id, version: 1, name: 'Mohini Sen' });
  expect(await found('debyani')).toEqual([made.id]);
  expect(await found('mohini')).toEqual([other.id]);
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
  expect(shown).not.toMatch(/[+]91|\b[6-9]\d{9}\b/);
  const { phone } = await call.get({ id: made.id });
  expect((await staff.list({ filters: { q: phone.slice(-5) } })).total).toBe(0);
  expect((await staff.list({ filters: { q: phone } })).items.map(({ id }) => id)).toEqual([made.id]);
  expect(await faultOf(staff.export({}))).toBe('insufficient_permissions');
});
