import { eq, inArray, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { students } from '@studyspot/db/schema/students';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import type { BulkKind, Fate, Former } from '../../../procedures/bulk-rows.ts';
import { findRow } from '../../../procedures/write.ts';
import { whyNobody } from '../../libraries/approval/rules.ts';
import { givenCodes } from '../given-codes.ts';
import { heldLabels } from '../labels/held-labels.ts';
import { soughtOf } from '../sound-of.ts';
import type { StudentRow } from '../student-row.ts';
import { eventOf, madeOf } from './rules.ts';
import { studentBulkAct } from './schema.ts';

type Values = Partial<Pick<StudentRow, 'labels' | 'status' | 'statusReason' | 'homeId' | 'code'>>;

/** Held until the end, one after another in one order, so that two who want the same never wait for each other. */
const held = (db: ChangeHandle, ids: readonly string[]) =>
  db
    .select()
    .from(students)
    .where(inArray(students.id, [...ids]))
    .orderBy(students.id)
    .for('update');

async function write(db: ChangeHandle, row: StudentRow, values: Values): Promise<Fate> {
  const version = row.version + 1;
  const sought = values.code === undefined ? {} : { sought: soughtOf(row.name, values.code) };
  await db
    .update(students)
    .set({ ...values, ...sought, version, updatedAt: sql`now()` })
    .where(eq(students.id, row.id));
  db.record({
    ...{ name: eventOf(values), subject: { kind: 'student', id: row.id }, libraryId: values.homeId ?? row.homeId },
    ...{ before: row, after: { ...row, ...values, version } },
  });
  const before = Object.fromEntries(Object.keys(values).map((field) => [field, Reflect.get(row, field)]));
  return { before, version };
}

async function fatesOf(
  db: ChangeHandle,
  rows: readonly StudentRow[],
  values: (row: StudentRow) => Values | { refused: string } | null,
): Promise<ReadonlyMap<string, Fate>> {
  const fates = rows.map(async (row): Promise<[string, Fate]> => {
    const made = values(row);
    if (made === null) return [row.id, 'same'];
    return [row.id, 'refused' in made ? { refused: made.refused } : await write(db, row, made as Values)];
  });
  return new Map(await Promise.all(fates));
}

/** Nobody is moved to a library that the platform does not let in, nor back to one. */
const shut = { refused: 'shut' };

async function shutOf(db: ChangeHandle, former: readonly Former[]) {
  const homes = [...new Set(former.flatMap(({ before }) => (before as Values).homeId ?? []))];
  const found = await db.select().from(libraries).where(inArray(libraries.id, homes));
  const all = new Set(found.filter((library) => whyNobody(library) !== null).map(({ id }) => id));
  return (home: string | undefined) => home !== undefined && all.has(home);
}

export const studentBulk: BulkKind<z.output<typeof studentBulkAct>> & { act: typeof studentBulkAct } = {
  of: 'student',
  act: studentBulkAct,

  async perform(db, asked, ids) {
    if (asked.do === 'transfer') await db.lock('students');
    const [label] = asked.do === 'label' && asked.label ? await heldLabels(db, [asked.label]) : [asked.label];
    const act = { ...asked, label };
    const rows = await held(db, ids);
    if (act.do !== 'transfer' || act.homeId === undefined) return await fatesOf(db, rows, (row) => madeOf(row, act));
    const library = await findRow(db, libraries, { id: act.homeId });
    const isShut = whyNobody(library) !== null;
    const moved = rows.filter((row) => {
      const made = madeOf(row, act);
      return made !== null && !('refused' in made) && !isShut;
    });
    const codes = await givenCodes(
      db,
      library,
      moved.map(({ id }) => id),
    );
    return await fatesOf(db, rows, (row) => {
      const code = codes.get(row.id);
      const made = madeOf(row, act);
      if (made === null || 'refused' in made) return made;
      return code === undefined ? shut : { ...made, code };
    });
  },

  async putBack(db, former) {
    const of = new Map<string, Former>(former.map((one) => [one.id, one]));
    const labels = new Set(former.flatMap(({ before }) => (before as Values).labels ?? []));
    await heldLabels(db, [...labels]);
    const rows = await held(db, [...of.keys()]);
    const isShut = await shutOf(db, former);
    return await fatesOf(db, rows, (row) => {
      const was = of.get(row.id);
      if (was?.version !== row.version) return { refused: 'touched' };
      const before = was.before as Values;
      return isShut(before.homeId) ? shut : before;
    });
  },
};
