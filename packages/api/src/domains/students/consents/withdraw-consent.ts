import { eq } from '@studyspot/db/query';
import { consents, consentWithdrawals } from '@studyspot/db/schema/consents';
import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { findRow } from '../../../procedures/write.ts';
import { consentsOf } from './consents-of.ts';
import type { withdrawConsentInput } from './schema.ts';

/** Also of somebody who was removed: it is theirs to take back. */
export async function withdrawConsent({ db, actor }: ChangeScope, input: z.output<typeof withdrawConsentInput>) {
  const { requestKey: _, id, ...taken } = input;
  const consent = await findRow(db, consents, { id });
  const { studentId, givenOn, purpose, wording } = consent;
  await db.lock(`consents ${studentId}`);
  const [already] = await db.select().from(consentWithdrawals).where(eq(consentWithdrawals.consentId, id));
  if (already) throw new AppError('changed_meanwhile');
  if (taken.withdrawnOn < givenOn)
    throw new AppError('validation', { fields: [{ path: 'withdrawnOn', message: 'beforeGiven' }] });
  const { homeId } = await findRow(db, students, { id: studentId });
  await db
    .insert(consentWithdrawals)
    .values({ ...taken, consentId: id, memberId: actor.membershipId, memberName: actor.name });
  db.record({
    ...{ name: 'student.consent_withdrawn', subject: { kind: 'student', id: studentId }, libraryId: homeId },
    ...{ before: {}, after: { purpose, wording, through: taken.through } },
  });
  return { items: await consentsOf(db, studentId) };
}
