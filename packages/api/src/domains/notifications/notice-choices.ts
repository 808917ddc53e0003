import { eq } from '@studyspot/db/query';
import { inboxes } from '@studyspot/db/schema/notifications';
import { notices } from '../../live/notices.ts';
import type { ReadScope } from '../../procedures/builder.ts';
import { choicesOf, noWishes, type Wishes } from './rules.ts';

/** As they are shown. */
export function shownChoices(role: string, wishes: Wishes, version: number) {
  const { quietFrom: from, quietTill: till } = wishes;
  const quiet = from !== null && till !== null ? { from, till } : null;
  return { kinds: choicesOf(notices, role, wishes), quiet, version };
}

export async function noticeChoices({ db, actor }: ReadScope) {
  const { membershipId, role } = await actor();
  const [inbox] = await db.select().from(inboxes).where(eq(inboxes.memberId, membershipId));
  return shownChoices(role, inbox ?? noWishes, inbox?.version ?? 0);
}
