import { desc, eq } from '@studyspot/db/query';
import { consents, consentWithdrawals } from '@studyspot/db/schema/consents';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';

const MOST = 200;

/** What a student has agreed to and taken back, the newest first. */
export async function consentsOf(db: ReadHandle, studentId: string) {
  const rows = await db
    .select({ consent: consents, withdrawal: consentWithdrawals })
    .from(consents)
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.consentId, consents.id))
    .where(eq(consents.studentId, studentId))
    .orderBy(desc(consents.id))
    .limit(MOST);
  return rows.map(({ consent, withdrawal }) => ({ ...consent, withdrawal }));
}
