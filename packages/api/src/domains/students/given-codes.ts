import { and, eq, inArray } from '@studyspot/db/query';
import { enrolments } from '@studyspot/db/schema/students';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { lastNumberOf } from './guards.ts';
import { codeOf } from './rules.ts';

/** The codes that students have in a library from now on: who was there before has that of before, the others are enrolled. */
export async function givenCodes(
  db: ChangeHandle,
  library: { id: string; code: string },
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const known = await db
    .select({ id: enrolments.studentId, code: enrolments.code })
    .from(enrolments)
    .where(and(eq(enrolments.libraryId, library.id), inArray(enrolments.studentId, [...ids])));
  const codes = new Map(known.map(({ id, code }) => [id, code]));
  const fresh = ids.filter((id) => !codes.has(id));
  if (fresh.length === 0) return codes;
  const last = await lastNumberOf(db, library.code);
  const added = fresh.map((studentId, at) => ({
    ...{ libraryId: library.id, studentId },
    code: codeOf(library.code, last + 1 + at),
  }));
  await db.insert(enrolments).values(added);
  return new Map([...codes, ...added.map(({ studentId, code }) => [studentId, code] as const)]);
}
