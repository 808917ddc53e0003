import { eq } from '@studyspot/db/query';
import { inboxes } from '@studyspot/db/schema/notifications';
import type { ReadScope } from '../../procedures/builder.ts';

export async function countUnread({ db, actor }: ReadScope) {
  const { membershipId } = await actor();
  const [inbox] = await db.select({ unread: inboxes.unread }).from(inboxes).where(eq(inboxes.memberId, membershipId));
  return { unread: inbox?.unread ?? 0 };
}
