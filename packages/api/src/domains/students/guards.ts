import { count, desc, eq, isNull, max, sql } from '@studyspot/db/query';
import { enrolments, students } from '@studyspot/db/schema/students';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { mayAddStudents, missingGuardian, nextCode } from './rules.ts';
import { withPhone } from './student-row.ts';

const inIndia = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' });

/** The plan's places, and the codes of a library, are given one at a time. */
export async function lockPlaces({ db, actor }: ChangeScope, added: number): Promise<void> {
  const limit = actor.limits.students;
  await db.lock('students');
  const [counted] = await db.select({ all: count() }).from(students).where(isNull(students.removedAt));
  if (!mayAddStudents(counted?.all ?? 0, added, limit)) throw new AppError('limit_exceeded', { details: { limit } });
}

export function mustHaveGuardian({ services }: ChangeScope, student: Parameters<typeof missingGuardian>[0]): void {
  const missing = missingGuardian(student, inIndia.format(services.clock.now()));
  if (missing.length === 0) return;
  throw new AppError('validation', { fields: missing.map((path) => ({ path, message: 'ofMinor' })) });
}

/** Which of those with this number one is: the first, or a sibling who is meant to be one. */
export async function siblingNoOf(db: ChangeHandle, phone: string, sibling: boolean): Promise<number> {
  const [known] = await db
    .select({ last: max(students.siblingNo), first: sql<string | null>`min(${students.id}::text)` })
    .from(students)
    .where(withPhone(phone));
  if (known?.last == null) return 0;
  if (sibling) return known.last + 1;
  throw new AppError('duplicate_entry', {
    fields: [{ path: 'phone', message: 'taken' }],
    details: { reason: 'known_phone', student: known.first ?? '' },
  });
}

/** After the last that this library has given. */
export async function freeCodeOf(db: ChangeHandle, library: { id: string; code: string }): Promise<string> {
  const [last] = await db
    .select({ code: enrolments.code })
    .from(enrolments)
    .where(eq(enrolments.libraryId, library.id))
    .orderBy(desc(sql`length(${enrolments.code})`), desc(enrolments.code))
    .limit(1);
  return nextCode(library.code, last ? [last.code] : []);
}
