import { and, eq, isNull, ne } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { students } from '@studyspot/db/schema/students';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ReadScope } from '../../procedures/builder.ts';
import { findRow } from '../../procedures/write.ts';
import type { knownStudentInput, studentInput } from './schema.ts';
import { seenBy } from './seen-by.ts';

export type StudentRow = typeof students.$inferSelect;

/** Whose number it is, of those who are not removed. */
export const withPhone = (phone: string) => and(eq(students.phone, phone), isNull(students.removedAt));

const named = { id: students.id, name: students.name, code: students.code };

export async function detailOf(db: ReadHandle, actor: Parameters<typeof seenBy>[0], row: StudentRow) {
  const [[library], siblings] = await Promise.all([
    db.select({ name: libraries.name }).from(libraries).where(eq(libraries.id, row.homeId)),
    db
      .select(named)
      .from(students)
      .where(and(withPhone(row.phone), ne(students.id, row.id)))
      .orderBy(students.siblingNo),
  ]);
  if (!library) throw new AppError('not_found');
  return { ...seenBy(actor, row), libraryName: library.name, siblings };
}

export async function getStudent({ db, actor }: ReadScope, { id }: z.output<typeof studentInput>) {
  return await detailOf(db, await actor(), await findRow(db, students, { id }));
}

/** Who has this number already: asked before somebody is admitted twice. */
export async function knownStudent({ db }: ReadScope, { phone }: z.output<typeof knownStudentInput>) {
  const [row] = await db
    .select({ ...named, status: students.status })
    .from(students)
    .where(withPhone(phone))
    .orderBy(students.siblingNo)
    .limit(1);
  return row ?? null;
}
