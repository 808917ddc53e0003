import { enrolments, students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { insertRow } from '../../procedures/write.ts';
import { admittingLibrary } from '../libraries/approval/guards.ts';
import { freeCodeOf, lockPlaces, mustBeWhole, siblingNoOf } from './guards.ts';
import { heldLabels } from './labels/held-labels.ts';
import { tailOf, warned } from './rules.ts';
import type { createStudentInput } from './schema.ts';
import { soughtOf } from './sound-of.ts';
import { detailOf } from './student-row.ts';

export async function createStudent(scope: ChangeScope, input: z.output<typeof createStudentInput>) {
  const { db, actor } = scope;
  const { requestKey: _, sibling, ...details } = input;
  mustBeWhole(scope, details);
  await lockPlaces(scope, 1);
  const library = await admittingLibrary(db, details.homeId);
  const siblingNo = await siblingNoOf(db, details.phone, { isMeant: sibling });
  const code = await freeCodeOf(db, library.code);
  const labels = await heldLabels(db, details.labels);
  const found = { sought: soughtOf(details.name, code), phoneTail: tailOf(details.phone) };
  const { row } = await insertRow(
    db,
    students,
    { ...details, labels, ...found, ...warned(details), siblingNo, code },
    'student.created',
  );
  await db.insert(enrolments).values({ libraryId: library.id, studentId: row.id, code });
  return await detailOf(db, actor, row);
}
