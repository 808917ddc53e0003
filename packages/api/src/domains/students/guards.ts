import { and, count, isNull, like, sql } from '@studyspot/db/query';
import { enrolments, students } from '@studyspot/db/schema/students';
import { tenants } from '@studyspot/db/schema/tenants';
import type { ChangeHandle, ReadHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../errors/app-error.ts';
import { indianDay } from '../../fields.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { codeOf, freeNumber, mayAddStudents, missingOf } from './rules.ts';
import { withPhone } from './student-row.ts';

/** The plan's places, and the codes of a library, are given one at a time. */
export async function lockPlaces({ db, actor }: ChangeScope, added: number): Promise<void> {
  const limit = actor.limits.students;
  await db.lock('students');
  const [counted] = await db.select({ all: count() }).from(students).where(isNull(students.removedAt));
  if (!mayAddStudents(counted?.all ?? 0, added, limit)) throw new AppError('limit_exceeded', { details: { limit } });
}

/** Somebody under age has a guardian, a card that was seen its last four. */
export function mustBeWhole({ services }: ChangeScope, student: Parameters<typeof missingOf>[0]): void {
  const fields = missingOf(student, indianDay(services.clock.now()));
  if (fields.length > 0) throw new AppError('validation', { fields });
}

/** `own`: whom one was among those with the number, and may be again. */
interface Sibling {
  isMeant: boolean;
  own?: number;
}

/** Which of those with this number one is: the first, or a sibling who is meant to be one. */
export async function siblingNoOf(db: ChangeHandle, phone: string, { isMeant, own }: Sibling): Promise<number> {
  const known = await db
    .select({ id: students.id, no: students.siblingNo })
    .from(students)
    .where(withPhone(phone))
    .orderBy(students.siblingNo);
  const [first] = known;
  if (!first) return 0;
  const free = freeNumber(
    known.map(({ no }) => no),
    own,
  );
  if (free !== null && (isMeant || free === own)) return free;
  throw new AppError('duplicate_entry', {
    fields: [{ path: 'phone', message: isMeant ? 'tooManySiblings' : 'taken' }],
    details: { reason: 'known_phone', student: first.id },
  });
}

/** The last that was given of a series, by whichever library. */
export async function lastNumberOf(db: ChangeHandle, series: string): Promise<number> {
  const rest = sql<string>`substr(${enrolments.code}, ${series.length + 2})`;
  const [last] = await db
    .select({ number: sql<number | null>`max(${rest}::int)` })
    .from(enrolments)
    .where(and(like(enrolments.code, `${series}-%`), sql`${rest} ~ '^[0-9]{1,9}$'`));
  return last?.number ?? 0;
}

/** How many the plan lets in, and how many are here. */
export async function placesOf(db: ReadHandle): Promise<{ limit: number; used: number }> {
  const [[tenant], [counted]] = await Promise.all([
    db.select({ limit: tenants.maxStudents }).from(tenants),
    db.select({ all: count() }).from(students).where(isNull(students.removedAt)),
  ]);
  return { limit: tenant?.limit ?? 0, used: counted?.all ?? 0 };
}

export const freeCodeOf = async (db: ChangeHandle, series: string): Promise<string> =>
  codeOf(series, (await lastNumberOf(db, series)) + 1);
