import { randomUUID } from 'node:crypto';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { translate } from '../../../errors/translate.ts';
import { faultOf, openStage, type Stage } from '../../../testing/stage.ts';
import { newLibrary } from '../examples.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_libraries = 50, max_students = 500`;
});
beforeEach(() => setting('yes'));
afterAll(() => stage.close());

const key = 'platform.approve_libraries';
async function setting(value: 'yes' | 'no') {
  const { sql } = stage.database;
  await sql`insert into settings (tenant_id, key, value) values (${PLATFORM_ID}, ${key}, ${sql.json(value)})
    on conflict (tenant_id, key) do update set value = excluded.value`;
}
const reason = 'The address is that of another street';
const owner = () => stage.owner(stage.world.a.owner.session);
const platform = () => stage.admin(stage.world.platform.admin.session).libraries;
const blank = {
  ...{ otherPhone: null, email: '', gender: null, address: '', city: '', state: null, pincode: null, education: null },
  ...{ course: '', institution: '', slot: null, guardianName: '', guardianPhone: null, guardianRelation: '' },
  ...{ source: null, labels: [], idKind: null, idLast4: null, warning: '', warningTill: null, notes: '' },
};
let last = 9_829_500_000;
const admit = (home: string) => {
  last += 1;
  const student = {
    name: 'Ravi Kumar',
    bornOn: '2004-05-06',
    language: 'hi',
    phone: String(last),
    homeId: home,
  } as const;
  return owner().students.create({ ...blank, ...student, requestKey: randomUUID() });
};
const said = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => translate(error).fields[0]?.message,
  );
const made = (code: string) => owner().libraries.create(newLibrary(code));

test('a new library waits where the platform has set so, and what stands stays let in', async () => {
  await setting('no');
  expect(await made('FREE')).toMatchObject({ standing: 'approved' });
  await setting('yes');
  const waits = await made('WAITS');
  expect(waits).toMatchObject({ standing: 'pending', approvalReason: null, status: 'active' });
  expect(await said(admit(waits.id))).toBe('libraryPending');
  const { items } = await platform().list({ filters: { standing: 'pending', q: 'WAITS' } });
  expect(items).toMatchObject([{ id: waits.id, customerName: stage.world.a.name, standing: 'pending' }]);
  expect((await owner().libraries.list({ filters: { standing: 'approved', q: 'FREE' } })).total).toBe(1);
});

test('changes are asked for, made, handed in, approved; both trails tell it', async () => {
  const { id } = await made('ASKED');
  const asked = await platform().requestChanges({ id, version: 1, reason });
  expect(asked).toMatchObject({ standing: 'changes_requested', approvalReason: reason, version: 2 });
  expect(await said(admit(id))).toBe('libraryPending');
  expect(await faultOf(platform().approve({ id, version: 2 }))).toBe('changed_meanwhile');
  await owner().libraries.update({ id, version: 2, address: '14 Station Road' });
  expect(await owner().libraries.handIn({ id, version: 3 })).toMatchObject({
    standing: 'pending',
    approvalReason: reason,
  });
  expect(await faultOf(owner().libraries.handIn({ id, version: 4 }))).toBe('changed_meanwhile');
  const approved = await platform().approve({ id, version: 4 });
  expect(approved).toMatchObject({ standing: 'approved', approvalReason: null, version: 5 });
  expect(await said(admit(id))).toBeNull();
  const names = async (call: { timeline(input: { id: string }): Promise<{ items: { name: string; by: string }[] }> }) =>
    (await call.timeline({ id })).items.map(({ name, by }) => `${name.replace('library.', '')} ${by}`).reverse();
  expect(await names(owner().libraries)).toEqual([
    ...['created person', 'changes_requested platform', 'updated person', 'handed_in person', 'approved platform'],
  ]);
  expect(await names(platform())).toEqual(['changes_requested person', 'approved person']);
});

test('a rejected library admits nobody, cannot be handed in, and is looked at once more', async () => {
  const { id } = await made('NO');
  expect(await faultOf(platform().reject({ id, version: 1, reason: 'too short' }))).toBe('validation');
  expect(await platform().reject({ id, version: 1, reason })).toMatchObject({ standing: 'rejected' });
  expect(await said(admit(id))).toBe('libraryRejected');
  expect(await faultOf(owner().libraries.handIn({ id, version: 2 }))).toBe('changed_meanwhile');
  expect(await platform().reconsider({ id, version: 2 })).toMatchObject({
    standing: 'pending',
    approvalReason: reason,
  });
  expect(await platform().approve({ id, version: 3 })).toMatchObject({ standing: 'approved' });
});

test('a suspension stands apart from what its owner says, keeps who is there, and is taken back', async () => {
  await setting('no');
  const [library, other] = [await made('SHUT'), await made('OTHER')];
  const { id } = library;
  const [here, gone, elsewhere] = [await admit(id), await admit(id), await admit(other.id)];
  await owner().students.remove({ id: gone.id, version: 1 });
  expect(await faultOf(platform().reinstate({ id, version: 1 }))).toBe('changed_meanwhile');
  expect(await platform().suspend({ id, version: 1, reason })).toMatchObject({
    ...{ standing: 'suspended', status: 'active', suspendedReason: reason },
  });
  const act = { requestKey: randomUUID(), id, version: 2, status: 'inactive' as const };
  expect(await owner().libraries.setStatus(act)).toMatchObject({ standing: 'suspended', status: 'inactive' });
  const { students } = owner();
  expect(await said(admit(id))).toBe('librarySuspended');
  expect(await said(students.transfer({ id: elsewhere.id, version: 1, homeId: id }))).toBe('librarySuspended');
  expect(await said(students.restore({ id: gone.id, version: 2 }))).toBe('librarySuspended');
  expect(await students.update({ id: here.id, version: 1, name: 'Ravi Sharma' })).toMatchObject({
    name: 'Ravi Sharma',
  });
  expect(await platform().reinstate({ id, version: 3 })).toMatchObject({ standing: 'approved', suspendedReason: null });
  expect(await students.restore({ id: gone.id, version: 2 })).toMatchObject({ removedAt: null });
});

test('of two who decide at once one is told that it was decided, and a removed customer’s libraries are not listed', async () => {
  const { id } = await made('RACE');
  const both = await Promise.all([
    faultOf(platform().approve({ id, version: 1 })),
    faultOf(platform().reject({ id, version: 1, reason })),
  ]);
  expect(both.filter((fault) => fault === null)).toHaveLength(1);
  expect(both.filter((fault) => fault === 'changed_meanwhile')).toHaveLength(1);
  const ofDeleted = { ...stage.world.deleted };
  const { items } = await platform().list({ limit: 100 });
  expect(items.map(({ customerId }) => customerId)).not.toContain(ofDeleted.id);
});
