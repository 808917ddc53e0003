import { randomUUID } from 'node:crypto';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { advance } from '../../../procedures/bulk-rows.ts';
import { faultOf, openStage, type Stage } from '../../../testing/stage.ts';
import { startTestWorker } from '../../../testing/worker.ts';
import { found } from '../../../work/found.ts';
import { newStudent } from '../examples.ts';
import { madeOf } from './rules.ts';
import { studentBulk } from './student-bulk.ts';

let stage: Stage;
let call: ReturnType<Stage['owner']>['students'];
let [home, other] = ['', ''];
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_students = 100000`;
  // Whoever subscribes hears of what happens from then on.
  await workOff();
});
afterAll(() => stage.close());
beforeEach(async () => {
  const { a } = stage.world;
  [home = '', other = ''] = a.libraries;
  call = stage.owner(a.owner.session).students;
  await stage.database.sql`update students set removed_at = now() where tenant_id = ${a.id}`;
  await stage.database.sql`update bulks set created_at = now() - interval '2 days'`;
});

let last = 9_812_000_000;
const admit = (more: object = {}) => {
  last += 1;
  return call.create({ ...newStudent(home, String(last)), labels: [], ...more });
};
/** Many at once, as they would be after an import. */
async function admitMany(count: number) {
  last += count;
  await stage.database.sql`
    insert into students (tenant_id, home_id, code, name, phone, sought, phone_tail)
      select ${stage.world.a.id}, ${home}, 'M-' || ${last} || '-' || n, 'Many ' || n, '+91' || (${last}::bigint * 1000 + n)::text, ' many', '1'
        from generate_series(1, ${count}) n`;
}
const asked = (act: object, more: object = {}) =>
  ({ requestKey: randomUUID(), filters: {}, act, ...more }) as Parameters<typeof call.bulk>[0];
/** By a worker that is there for so long alone. */
async function workOff() {
  const worker = startTestWorker(stage.database, found);
  await worker.hears;
  await stage.done();
  await worker.stop();
}
const undo = (id: string) => call.undoBulk({ requestKey: randomUUID(), id });

test('each of those that were chosen answers for itself, and undo puts back what nobody has touched since', async () => {
  const [ravi, sita, mohan, gone] = [await admit(), await admit({ labels: ['Fee due'] }), await admit(), await admit()];
  await call.suspend({ id: mohan.id, version: 1, reason: 'Fees not paid' });
  await call.remove({ id: gone.id, version: 1 });
  const only = [ravi, sita, mohan].map(({ id }) => id);

  const labelled = await call.bulk(asked({ do: 'label', label: 'FEE DUE' }, { only }));
  expect(labelled).toMatchObject({ total: 3, done: 3, changed: 2, refused: 0, state: 'over' });
  expect((await call.get({ id: ravi.id })).labels).toEqual(['Fee due']);
  await call.update({ id: ravi.id, version: 2, course: 'RAS' });
  const back = await undo(labelled.id);
  expect(back).toMatchObject({ total: 2, done: 1, refused: 1, undoes: true });
  expect(back.refusals).toEqual([{ id: ravi.id, name: ravi.name, reason: 'touched' }]);
  expect((await call.get({ id: mohan.id })).labels).toEqual([]);
  expect((await call.get({ id: sita.id })).labels).toEqual(['Fee due']);
  expect(await faultOf(undo(labelled.id))).toBe('changed_meanwhile');
  expect(await faultOf(undo(back.id))).toBe('changed_meanwhile');

  const closed = await call.bulk(asked({ do: 'deactivate' }, { only }));
  expect(closed).toMatchObject({ done: 2, refused: 1, reasons: [{ reason: 'suspended', count: 1 }] });
  expect(closed.refusals).toEqual([{ id: mohan.id, name: mohan.name, reason: 'suspended' }]);
  expect(await faultOf(call.bulk(asked({ do: 'suspend' }, { only })))).toBe('validation');
  expect((await call.list({ filters: { status: 'inactive' } })).total).toBe(2);
  await undo(closed.id);
  expect((await call.list({ filters: { status: 'active' } })).total).toBe(2);
});

test('a transfer of all that match enrols each once, and who comes back has the code of before', async () => {
  const [ravi, sita] = [await admit(), await admit()];
  const moved = await call.bulk(asked({ do: 'transfer', homeId: other }, { filters: { homeId: home } }));
  expect(moved).toMatchObject({ total: 2, done: 2, changed: 2 });
  const codes = await Promise.all([ravi, sita].map(async ({ id }) => (await call.get({ id })).code));
  expect(new Set(codes).size).toBe(2);
  expect(codes).not.toContain(ravi.code);
  await undo(moved.id);
  expect(await call.get({ id: ravi.id })).toMatchObject({ homeId: home, code: ravi.code });
  await call.bulk(asked({ do: 'transfer', homeId: other }));
  expect(await Promise.all([ravi, sita].map(async ({ id }) => (await call.get({ id })).code))).toEqual(codes);
  const [enrolled] = await stage.database.sql`
    select count(*)::int as n from enrolments where student_id in (${ravi.id}, ${sita.id})`;
  expect(enrolled?.['n']).toBe(4);
  const { b } = stage.world;
  const foreign = stage.owner(b.owner.session).students;
  expect(await faultOf(foreign.undoBulk({ requestKey: randomUUID(), id: moved.id }))).toBe('not_found');
  expect(await faultOf(call.bulk(asked({ do: 'transfer', homeId: b.libraries[0] })))).toBe('not_found');
});

test('to a library that is shut nobody moves, nor back to one, and all else is done', async () => {
  const { sql } = stage.database;
  const [ravi, sita] = [await admit(), await admit({ homeId: other })];
  const only = [ravi.id, sita.id];
  const shut = (library: string, at: Date | null) =>
    sql`update libraries set suspended_at = ${at}, suspended_reason = ${at && 'Not paid'} where id = ${library}`;
  await shut(other, new Date());
  const refused = await call.bulk(asked({ do: 'transfer', homeId: other }, { only }));
  expect(refused).toMatchObject({ total: 2, done: 1, changed: 0, refused: 1, state: 'over' });
  expect(refused.refusals).toEqual([{ id: ravi.id, name: ravi.name, reason: 'shut' }]);
  await shut(other, null);
  const moved = await call.bulk(asked({ do: 'transfer', homeId: other }, { only }));
  expect(moved).toMatchObject({ changed: 1 });
  await shut(home, new Date());
  expect((await undo(moved.id)).refusals).toEqual([{ id: ravi.id, name: ravi.name, reason: 'shut' }]);
  await shut(home, null);
});

test('more than a call can do the worker does: stopped in the middle it keeps what is done, killed it is exact', async () => {
  await admitMany(450);
  const begun = await call.bulk(asked({ do: 'label', label: 'Batch 7' }));
  expect(begun).toMatchObject({ total: 450, done: 100, state: 'running' });

  // A worker that dies in the middle of a step leaves that step undone.
  const worker = openWorkDatabase({ url: stage.database.urls.system });
  const [job] = await stage.database.sql`insert into jobs (for_tenant, queue, kind, state, attempt, lease_until)
    values (${stage.world.a.id}, 'bulk', 'jobProof', 'running', 1, now() + interval '1 hour') returning id`;
  const work = { tenant: stage.world.a.id, job: String(job?.['id']), attempt: 1, roles: [] };
  await worker.work(work, ({ db }) => advance(db, studentBulk, begun.id), 'goes on');
  const dying = worker.work(work, async ({ db }) => {
    await advance(db, studentBulk, begun.id);
    throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect(await call.lastBulk({})).toMatchObject({ id: begun.id, done: 200, changed: 200, state: 'running' });
  expect(await faultOf(undo(begun.id))).toBe('changed_meanwhile');
  expect(await call.stopBulk({ id: begun.id })).toMatchObject({ done: 200, state: 'stopped' });
  expect(await worker.work(work, ({ db }) => advance(db, studentBulk, begun.id), 'goes on')).toBe(false);
  await worker.close();
  await stage.database.sql`delete from jobs`;
  await undo(begun.id);
  expect((await call.list({ filters: { label: 'Batch 7' } })).total).toBe(0);

  const again = await call.bulk(asked({ do: 'label', label: 'Batch 7' }));
  await workOff();
  expect(await call.lastBulk({})).toMatchObject({ id: again.id, done: 450, changed: 450, refused: 0, state: 'over' });
  expect((await call.list({ filters: { label: 'Batch 7' } })).total).toBe(450);
  await undo(again.id);
  await workOff();
  expect((await call.list({ filters: { label: 'Batch 7' } })).total).toBe(0);
  const [told] = await stage.database.sql`
    select count(*)::int as n, count(distinct subject_id)::int as students from domain_events
      where name = 'student.updated' and after->'labels' = '["Batch 7"]'`;
  expect(told).toEqual({ n: 650, students: 450 });
});

test('whoever may no longer change students changes no more of them, however many are left', async () => {
  await admitMany(250);
  const { staff } = stage.world.a;
  const begun = await stage.owner(staff.session).students.bulk(asked({ do: 'deactivate' }));
  await stage.database.sql`update memberships set removed = '{students:update}' where id = ${staff.membershipId}`;
  await workOff();
  expect(await call.lastBulk({})).toMatchObject({ id: begun.id, done: 100, state: 'running' });
  expect((await call.list({ filters: { status: 'inactive' } })).total).toBe(100);
  expect(await call.stopBulk({ id: begun.id })).toMatchObject({ state: 'stopped' });
});

test('what an act makes of one', () => {
  const student = { labels: ['A'], status: 'active', homeId: 'h', removedAt: null };
  expect(madeOf(student, { do: 'label', label: 'A' })).toBeNull();
  expect(madeOf(student, { do: 'label', label: 'B' })).toEqual({ labels: ['A', 'B'] });
  expect(madeOf(student, { do: 'unlabel', label: 'A' })).toEqual({ labels: [] });
  expect(madeOf(student, { do: 'unlabel', label: 'B' })).toBeNull();
  const full = Array.from({ length: 20 }, (_, at) => `L${at}`);
  expect(madeOf({ ...student, labels: full }, { do: 'label', label: 'B' })).toEqual({ refused: 'fullOfLabels' });
  expect(madeOf({ ...student, removedAt: new Date() }, { do: 'activate' })).toEqual({ refused: 'removed' });
  expect(madeOf(student, { do: 'activate' })).toBeNull();
  expect(madeOf({ ...student, status: 'suspended' }, { do: 'activate' })).toEqual({
    status: 'active',
    statusReason: null,
  });
  expect(madeOf({ ...student, status: 'suspended' }, { do: 'suspend', reason: 'x' })).toEqual({ refused: 'suspended' });
  expect(madeOf(student, { do: 'transfer', homeId: 'h' })).toBeNull();
});
