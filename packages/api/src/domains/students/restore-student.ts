import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { findRow, writeVersioned } from '../../procedures/write.ts';
import { admittingLibrary } from '../libraries/approval/guards.ts';
import { lockPlaces, siblingNoOf } from './guards.ts';
import type { restoreStudentInput } from './schema.ts';
import { detailOf } from './student-row.ts';

/** To the place that is left for them; somebody else may have their number by now. */
export async function restoreStudent(scope: ChangeScope, input: z.output<typeof restoreStudentInput>) {
  const { db, actor } = scope;
  const { sibling: isMeant, ...at } = input;
  await lockPlaces(scope, 1);
  const { phone, homeId, siblingNo: own } = await findRow(db, students, at);
  await admittingLibrary(db, homeId);
  const siblingNo = await siblingNoOf(db, phone, { isMeant, own });
  const { row } = await writeVersioned(db, students, at, 'student.restored', (before) => {
    if (!before.removedAt) throw new AppError('changed_meanwhile', { details: { reason: 'not_removed' } });
    return { removedAt: null, siblingNo };
  });
  return await detailOf(db, actor, row);
}
