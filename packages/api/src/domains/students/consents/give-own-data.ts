import { and, desc, eq } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { enrolments, students } from '@studyspot/db/schema/students';
import { domainEvents } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { findRow } from '../../../procedures/write.ts';
import { detailOf } from '../student-row.ts';
import { consentsOf } from './consents-of.ts';
import type { consentsInput } from './schema.ts';

const MOST_EVENTS = 1000;

/** All that is kept about one, to hand to them; that it was taken out stands in their own trail. */
export async function giveOwnData({ db, actor }: ChangeScope, { id }: z.output<typeof consentsInput>) {
  const row = await findRow(db, students, { id });
  const student = await detailOf(db, actor, row);
  const enrolled = await db
    .select({ libraryName: libraries.name, code: enrolments.code, enrolledOn: enrolments.enrolledOn })
    .from(enrolments)
    .innerJoin(libraries, eq(libraries.id, enrolments.libraryId))
    .where(eq(enrolments.studentId, id))
    .orderBy(enrolments.enrolledOn, enrolments.id);
  const happened = await db
    .select({ name: domainEvents.name, at: domainEvents.occurredAt })
    .from(domainEvents)
    .where(and(eq(domainEvents.subjectKind, 'student'), eq(domainEvents.subjectId, id)))
    .orderBy(desc(domainEvents.id))
    .limit(MOST_EVENTS);
  db.record({ name: 'student.own_data_given', subject: { kind: 'student', id }, libraryId: row.homeId });
  return { student, enrolments: enrolled, consents: await consentsOf(db, id), happened };
}
