import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translate } from '../../../errors/translate.ts';
import { faultOf, openStage, type Stage } from '../../../testing/stage.ts';
import { newStudent } from '../examples.ts';

let stage: Stage;
let call: ReturnType<Stage['owner']>['students'];
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_students = 1000`;
  call = stage.owner(stage.world.a.owner.session).students;
});
afterAll(() => stage.close());

let last = 9_813_000_000;
const admit = (more: object = {}) => {
  last += 1;
  return call.create({ ...newStudent(stage.world.a.libraries[0] ?? '', String(last)), ...more });
};
const given = (id: string, more: object = {}) =>
  ({
    ...{ requestKey: randomUUID(), id, purpose: 'messages', wording: '2026-11', language: 'hi', through: 'paper' },
    ...{ givenOn: '2026-11-03', guardianName: null, guardianRelation: null, ...more },
  }) as Parameters<typeof call.recordConsent>[0];
const fieldsOf = (call: Promise<unknown>) =>
  call.then(
    () => [],
    (error: unknown) => translate(error).fields.map(({ path, message }) => `${path} ${message}`),
  );

test('what somebody agreed to stays as it was, and that it was taken back is a fact of its own', async () => {
  const { id } = await admit();
  const { items } = await call.recordConsent(given(id));
  expect(items).toMatchObject([{ purpose: 'messages', givenBy: 'student', through: 'paper', withdrawal: null }]);
  expect(await fieldsOf(call.recordConsent(given(id)))).toEqual(['purpose consentHeld']);
  expect(await fieldsOf(call.recordConsent(given(id, { purpose: 'photo', givenOn: '2199-01-01' })))).toHaveLength(1);
  const taken = { id: items[0]?.id ?? '', through: 'message' as const };
  const early = { ...taken, requestKey: randomUUID(), withdrawnOn: '2026-11-02' };
  expect(await fieldsOf(call.withdrawConsent(early))).toEqual(['withdrawnOn beforeGiven']);
  const back = { ...taken, requestKey: randomUUID(), withdrawnOn: '2026-11-05' };
  const after = await call.withdrawConsent(back);
  expect(after.items).toMatchObject([{ givenOn: '2026-11-03', withdrawal: { withdrawnOn: '2026-11-05' } }]);
  expect(await call.withdrawConsent(back)).toEqual(after);
  expect(await faultOf(call.withdrawConsent({ ...back, requestKey: randomUUID() }))).toBe('changed_meanwhile');
  // Asked and given again.
  expect((await call.recordConsent(given(id, { givenOn: '2026-11-06' }))).items).toHaveLength(2);
  const { items: happened } = await call.timeline({ id });
  expect(happened.map(({ name }) => name)).toEqual([
    ...['student.consent_given', 'student.consent_withdrawn', 'student.consent_given', 'student.created'],
  ]);
  expect(happened[0]?.changes).toContainEqual({ field: 'purpose', before: null, after: 'messages' });
  const { sql } = stage.database;
  const grants = await sql`select distinct privilege_type as may from information_schema.table_privileges
    where table_name in ('consents', 'consent_withdrawals') and grantee like 'ss\\_%' and grantee <> 'ss_owner'
    order by 1`;
  expect(grants.map(({ may }) => may)).toEqual(['INSERT', 'SELECT']);
});

test('under age a guardian agrees, who is named', async () => {
  const guardian = { guardianName: 'Mohan Lal', guardianPhone: '98290 99999' };
  const { id } = await admit({ bornOn: '2010-05-06', ...guardian });
  expect(await fieldsOf(call.recordConsent(given(id)))).toEqual(['guardianName ofMinor', 'guardianRelation required']);
  const asked = given(id, { guardianName: 'Mohan Lal', guardianRelation: 'Father' });
  expect((await call.recordConsent(asked)).items).toMatchObject([{ givenBy: 'guardian', guardianName: 'Mohan Lal' }]);
});

test('one has all that is kept of one, to hand to them: whoever may not see numbers takes none out, and the trail says so', async () => {
  const made = await admit({ otherPhone: '98290 77777' });
  await call.recordConsent(given(made.id));
  const own = await call.ownData({ id: made.id });
  expect(own).toMatchObject({ student: { phone: made.phone }, enrolments: [{ code: made.code }] });
  expect(own.consents).toHaveLength(1);
  expect(own.happened.map(({ name }) => name)).toEqual(['student.consent_given', 'student.created']);
  expect((await call.timeline({ id: made.id })).items[0]?.name).toBe('student.own_data_given');
  const { manager } = stage.world.a;
  const theirs = stage.owner(manager.session).students;
  expect(await faultOf(theirs.ownData({ id: made.id }))).toBe('insufficient_permissions');
  await stage.database.sql`update memberships set added = '{students:export}', removed = '{students:phones}'
    where id = ${manager.membershipId}`;
  const text = JSON.stringify(await theirs.ownData({ id: made.id }));
  expect(text).toContain('••');
  expect(text).not.toMatch(/\d{10}/);
});
