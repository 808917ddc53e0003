import { and, eq } from '@studyspot/db/query';
import { enrolments } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { admittingLibrary } from '../libraries/approval/guards.ts';
import { freeCodeOf } from './guards.ts';
import type { transferStudentInput } from './schema.ts';
import { soughtOf } from './sound-of.ts';
import { writeStudent } from './write-student.ts';

/** Home is elsewhere from now on. Whoever comes back has the code of before. */
export async function transferStudent(scope: ChangeScope, input: z.output<typeof transferStudentInput>) {
  const { db } = scope;
  const { id, version, homeId } = input;
  await db.lock('students');
  const library = await admittingLibrary(db, homeId);
  const [known] = await db
    .select({ code: enrolments.code })
    .from(enrolments)
    .where(and(eq(enrolments.studentId, id), eq(enrolments.libraryId, homeId)));
  const code = known?.code ?? (await freeCodeOf(db, library.code));
  const student = await writeStudent(scope, { id, version }, 'student.transferred', ({ name }) => ({
    ...{ homeId, code },
    sought: soughtOf(name, code),
  }));
  if (!known) await db.insert(enrolments).values({ libraryId: homeId, studentId: id, code });
  return student;
}
