import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { csvFile, csvLine } from '../../csv.ts';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';
import { startTestWorker } from '../../testing/worker.ts';
import type { Worker } from '../../work/worker.ts';
import { newStudent } from '../students/examples.ts';
import { jobImport } from './job-import.ts';
import { PART_BYTES } from './names.ts';
import { onImportAsked } from './on-import-asked.ts';

let stage: Stage;
let worker: Worker;
let home = '';
let call: ReturnType<Stage['owner']>;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_students = 1000`;
  worker = startTestWorker(stage.database, { onImportAsked, jobImport });
  await worker.hears;
});
afterAll(async () => {
  await worker.stop();
  await stage.close();
});
beforeEach(async () => {
  home = stage.world.a.libraries[0];
  call = stage.owner(stage.world.a.owner.session);
  await stage.database.sql`update students set removed_at = now() where removed_at is null`;
});

type Import = Awaited<ReturnType<typeof call.imports.get>>;

async function settled(id: string): Promise<Import> {
  for (let tries = 0; tries < 1_500; tries++) {
    const now = await call.imports.get({ id });
    if (!['reading', 'checking', 'applying', 'undoing'].includes(now.state)) return now;
    await pause(20);
  }
  throw new Error('the import goes on for ever');
}

async function upload(bytes: Uint8Array, fileName = 'register.csv'): Promise<Import> {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += PART_BYTES) {
    const data = Buffer.from(bytes.subarray(from, from + PART_BYTES)).toString('base64');
    parts.push((await call.imports.part({ requestKey: randomUUID(), data })).id);
  }
  const begun = { requestKey: randomUUID(), kind: 'students', libraryId: home, fileName, parts };
  return await settled((await call.imports.begin(begun)).id);
}

async function checked(text: string | Uint8Array): Promise<Import> {
  const { id, version, headerNo, columns } = await upload(Buffer.from(text));
  await call.imports.map({ id, version, headerNo, columns });
  return await settled(id);
}

async function act(id: string, what: 'start' | 'undo'): Promise<Import> {
  await call.imports.act({ id, act: what });
  return await settled(id);
}

const rowsOf = async (importId: string) => (await call.imports.rows({ importId, limit: 100 })).items;
const live = async () =>
  Number((await stage.database.sql`select count(*) as n from students where removed_at is null`)[0]?.['n']);

const dirty = [
  'Library register,,,,',
  'Name,Mobile No,DOB,Email,Father Phone',
  'Ravi Kumar,98290 11223,06/05/2004,ravi@example.in,',
  'सीता देवी,०९८२९०११२२४,22,,',
  ',9829011225,,,',
  'Mohan Lal,,,,',
  'Ravi Kumar,+91 98290 11223,,,',
  'Gita Kumari,9829011223,,,',
  'Asha,9829011227,31/02/2001,,',
  'Ram Singh,9829011228,01/01/2015,,',
  'Hari Om,9829011229,,ravi@example.in,',
  '=cmd(),9829011230 / 9829011231,,,',
  'Total,9,,,',
].join('\r\n');

test('a dirty register is read, checked, brought in, and again changes nothing', async () => {
  const before = await checked(dirty);
  expect(before).toMatchObject({ state: 'checked', headerNo: 2, places: { used: 0, limit: 1000 } });
  expect(before.columns).toEqual(['name', 'phone', 'bornOn', 'email', 'guardianPhone']);
  expect(before.counts).toMatchObject({ new: 3, doubtful: 1, bad: 6, changed: 0, same: 0 });
  expect(await live()).toBe(0);
  const rows = await rowsOf(before.id);
  expect(
    rows.map(({ no, state, faults }) => [no, state, ...faults.map((one) => `${one.column} ${one.message}`)]),
  ).toEqual([
    [3, 'new'],
    [4, 'new'],
    [5, 'bad', 'name required'],
    [6, 'bad', 'phone required'],
    [7, 'bad', 'phone repeated'],
    [8, 'doubtful', 'phone otherName'],
    [9, 'bad', 'bornOn day'],
    [10, 'bad', 'guardianName ofMinor', 'guardianPhone ofMinor'],
    [11, 'bad', 'email repeated'],
    [12, 'new'],
    [13, 'aside'],
  ]);
  const done = await act(before.id, 'start');
  expect(done).toMatchObject({ state: 'done', counts: { made: 3, doubtful: 1, bad: 6 } });
  const { items } = await call.students.list({ filters: {} });
  expect(items.map(({ name, phone }) => [name, phone])).toEqual(
    expect.arrayContaining([
      ['Ravi Kumar', '+919829011223'],
      ['सीता देवी', '+919829011224'],
      ['=cmd()', '+919829011230'],
    ]),
  );
  const age = items.find(({ name }) => name === 'सीता देवी');
  expect((await call.students.get({ id: age?.id ?? '' })).notes).toMatch(/^Age 22 \(\d{4}-\d\d-\d\d\)$/);
  expect((await call.students.timeline({ id: age?.id ?? '' })).items).toMatchObject([{ name: 'student.created' }]);

  const again = await checked(dirty);
  expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 3 });
  expect((await act(again.id, 'start')).counts).toMatchObject({ made: 0, written: 0 });
  expect(await live()).toBe(3);
});

test('a cell is mended, a doubtful one meant, another left out; what is left comes back as a file', async () => {
  const { id } = await checked(dirty);
  const rows = await rowsOf(id);
  const at = (no: number) => rows.find((row) => row.no === no)?.id ?? '';
  expect(await call.imports.mend({ id: at(6), column: 'phone', text: '98290 11226' })).toMatchObject({ state: 'new' });
  expect(await call.imports.mend({ id: at(7), column: 'phone', text: '98290 11240' })).toMatchObject({ state: 'new' });
  expect(await call.imports.mend({ id: at(7), column: 'phone', text: '98290 11226' })).toMatchObject({
    ...{ state: 'doubtful', faults: [{ column: 'phone', message: 'otherName', about: 'Mohan Lal' }] },
  });
  expect(await call.imports.choose({ id: at(8), meant: true })).toMatchObject({ state: 'new', isMeant: true });
  expect(await call.imports.choose({ id: at(3), out: true })).toMatchObject({ isOut: true });
  expect(await faultOf(call.imports.mend({ id: at(6), column: 'course', text: 'x' }))).toBe('validation');
  const done = await act(id, 'start');
  expect(done.counts).toMatchObject({ made: 4, out: 1 });
  expect(await faultOf(call.imports.mend({ id: at(5), column: 'name', text: 'Late' }))).toBe('changed_meanwhile');
  const { titles, rows: left } = await call.imports.left({ id });
  expect(left.map(({ no }) => no)).toEqual([3, 5, 7, 9, 10, 11]);
  const lines = [titles, ...left.map(({ cells }) => cells)].map((cells) => csvLine([...cells, 'why']));
  const back = await checked(csvFile(lines));
  expect(back.counts).toMatchObject({ new: 0, doubtful: 2, bad: 4 });
});

test('what a register says beyond what is known is written, and taken back where nobody has touched it', async () => {
  const known = await call.students.create({ ...newStudent(home, '9829022001'), course: '', name: 'Ravi Kumar' });
  const text = 'Name,Phone,Class\nRavi Kumar,9829022001,NEET\nNaya Ladka,9829022002,JEE\nDoosra,9829022003,JEE\n';
  const before = await checked(text);
  expect(before.counts).toMatchObject({ new: 2, changed: 1 });
  await act(before.id, 'start');
  expect(await call.students.get({ id: known.id })).toMatchObject({ course: 'NEET', city: 'Jaipur', version: 2 });
  const { items } = await call.students.list({ filters: {} });
  const touched = items.find(({ name }) => name === 'Doosra');
  await call.students.update({ id: touched?.id ?? '', version: 1, city: 'Sikar' });
  const undone = await act(before.id, 'undo');
  expect(undone).toMatchObject({ state: 'undone', undone: 2, counts: { kept: 1 } });
  expect(await call.students.get({ id: known.id })).toMatchObject({ course: null, version: 3 });
  expect(await live()).toBe(2);
  expect(await faultOf(call.imports.act({ id: before.id, act: 'undo' }))).toBe('changed_meanwhile');
});

test('no more are let in than the plan has places for', async () => {
  await stage.database.sql`update tenants set max_students = 2 where id = ${stage.world.a.id}`;
  try {
    const before = await checked('Name,Phone\nAnil,9829033001\nBela,9829033002\nChand,9829033003\n');
    expect(before).toMatchObject({ counts: { new: 3 }, places: { limit: 2, used: 0 } });
    const done = await act(before.id, 'start');
    expect(done.counts).toMatchObject({ made: 2, left: 1 });
    expect((await call.imports.left({ id: before.id })).rows).toMatchObject([{ faults: [{ message: 'limit' }] }]);
  } finally {
    await stage.database.sql`update tenants set max_students = 1000`;
  }
});

test('a file that is none is told as what it is, and which column means what is kept for the next', async () => {
  expect(await upload(Buffer.from('%PDF-1.4'))).toMatchObject({ state: 'failed', trouble: 'unknown' });
  const [kept] = await stage.database
    .sql`select count(*) as n from import_parts where data = ${Buffer.from('%PDF-1.4')}`;
  expect(Number(kept?.['n'])).toBe(0);
  const first = await upload(Buffer.from('Naam X,Kuchh\nRavi,9829044001\n'));
  await call.imports.map({ id: first.id, version: first.version, headerNo: 1, columns: ['name', 'phone'] });
  expect((await settled(first.id)).counts.new).toBe(1);
  const next = await upload(Buffer.from('Kuchh,Naam X\n9829044001,Ravi\n'));
  expect(next.columns).toEqual(['phone', 'name']);
  const book = readFileSync(join(import.meta.dirname, '../../importing/fixtures/30-register.xlsx'));
  expect(await upload(book, 'register.xlsx')).toMatchObject({ state: 'read', columns: ['name', 'phone', 'bornOn'] });
});

test('whoever may not read numbers brings nothing in and sees nothing of it', async () => {
  const { id } = await checked('Name,Phone\nAnil,9829055001\n');
  const { a } = stage.world;
  const manager = stage.owner(a.manager.session).imports;
  expect(await manager.get({ id })).toMatchObject({ id });
  await stage.database.sql`update memberships set removed = '{students:phones}' where id = ${a.manager.membershipId}`;
  const refused = [manager.get({ id }), manager.rows({ importId: id }), manager.left({ id }), manager.list({})];
  for (const fault of await Promise.all(refused.map(faultOf))) expect(fault).toBe('insufficient_permissions');
  await stage.database.sql`update memberships set removed = '{}' where id = ${a.manager.membershipId}`;
});

test('an import that is stopped goes on from where it was, and begins nothing twice', async () => {
  const lines = Array.from({ length: 600 }, (_, n) => `Student ${n},${9_829_100_000 + n}`);
  const { id } = await checked(['Name,Phone', ...lines].join('\n'));
  await call.imports.act({ id, act: 'start' });
  await call.imports.act({ id, act: 'stop' }).catch(() => null);
  await pause(200);
  const stopped = await call.imports.get({ id });
  if (stopped.state === 'stopped') expect(stopped.counts.new + stopped.counts.made).toBe(600);
  const done = stopped.state === 'stopped' ? await act(id, 'start') : await settled(id);
  expect(done.counts).toMatchObject({ made: 600, left: 0 });
  expect(await live()).toBe(600);
  const undone = await act(id, 'undo');
  expect(undone).toMatchObject({ undone: 600, counts: { kept: 0 } });
  expect(await live()).toBe(0);
});
