import { and, eq, isNull } from '@studyspot/db/query';
import { consents, consentWithdrawals } from '@studyspot/db/schema/consents';
import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { findRow } from '../../../procedures/write.ts';
import { consentsOf } from './consents-of.ts';
import { missingOfConsent } from './rules.ts';
import type { recordConsentInput } from './schema.ts';

export async function recordConsent({ db, actor }: ChangeScope, input: z.output<typeof recordConsentInput>) {
  const { requestKey: _, id: studentId, ...given } = input;
  await db.lock(`consents ${studentId}`);
  const student = await findRow(db, students, { id: studentId });
  if (student.removedAt) throw new AppError('deleted');
  const fields = missingOfConsent(given, student.bornOn);
  if (fields.length > 0) throw new AppError('validation', { fields });
  const [same] = await db
    .select({ id: consents.id })
    .from(consents)
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.consentId, consents.id))
    .where(
      and(
        eq(consents.studentId, studentId),
        eq(consents.purpose, given.purpose),
        eq(consents.wording, given.wording),
        isNull(consentWithdrawals.id),
      ),
    );
  if (same) throw new AppError('validation', { fields: [{ path: 'purpose', message: 'consentHeld' }] });
  await db.insert(consents).values({
    ...{ ...given, studentId, memberId: actor.membershipId, memberName: actor.name },
    givenBy: given.guardianName === null ? 'student' : 'guardian',
  });
  const { purpose, wording, through } = given;
  db.record({
    ...{ name: 'student.consent_given', subject: { kind: 'student', id: studentId }, libraryId: student.homeId },
    ...{ before: {}, after: { purpose, wording, through } },
  });
  return { items: await consentsOf(db, studentId) };
}
