import { eq } from '@studyspot/db/query';
import { inboxes } from '@studyspot/db/schema/notifications';
import { notices } from '../../live/notices.ts';
import type { ReadScope } from '../../procedures/builder.ts';
import { choicesOf } from './rules.ts';

export async function noticeChoices({ db, actor }: ReadScope) {
  const { membershipId, role } = await actor();
  const [inbox] = await db.select().from(inboxes).where(eq(inboxes.memberId, membershipId));
  return { kinds: choicesOf(notices, role, inbox?.muted ?? []), version: inbox?.version ?? 0 };
}
