import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { admittingLibrary } from '../libraries/approval/guards.ts';
import { givenCodes } from './given-codes.ts';
import type { transferStudentInput } from './schema.ts';
import { soughtOf } from './sound-of.ts';
import { writeStudent } from './write-student.ts';

/** Home is elsewhere from now on. Whoever comes back has the code of before. */
export async function transferStudent(scope: ChangeScope, input: z.output<typeof transferStudentInput>) {
  const { db } = scope;
  const { id, version, homeId } = input;
  await db.lock('students');
  const library = await admittingLibrary(db, homeId);
  const code = (await givenCodes(db, library, [id])).get(id) ?? '';
  return await writeStudent(scope, { id, version }, 'student.transferred', ({ name }) => ({
    ...{ homeId, code },
    sought: soughtOf(name, code),
  }));
}
