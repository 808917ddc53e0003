import { addressOfMember } from '@studyspot/db/invite';
import { and, eq, isNull, sql } from '@studyspot/db/query';
import { inboxes, notifications } from '@studyspot/db/schema/notifications';
import * as z from 'zod/mini';
import { letter, noticeTitle } from '../../letters/letter.ts';
import { post } from '../../letters/post.ts';
import { notices } from '../../live/notices.ts';
import { mailRetry } from '../../work/retry.ts';
import { outsideJob } from '../../work/say.ts';
import { stillUnread } from './guards.ts';
import { isMailed } from './rules.ts';

/** What somebody wants by mail, unless they have read it meanwhile, and once. */
export const jobNoticeMail = outsideJob({
  payload: z.object({ notice: z.guid() }),
  retry: mailRetry,
  async prepare({ db }, { notice: id }) {
    const [notice] = await db
      .select({ kind: notifications.kind, memberId: notifications.memberId, byMail: inboxes.byMail })
      .from(notifications)
      .innerJoin(inboxes, eq(inboxes.memberId, notifications.memberId))
      .where(and(eq(notifications.id, id), stillUnread, isNull(notifications.mailedAt)));
    const about = notice && notices[notice.kind];
    // Switched off while it waited.
    if (!about || !isMailed(notice.kind, about, notice.byMail)) return null;
    const to = await addressOfMember(db, notice.memberId);
    return to && { id, kind: notice.kind, to };
  },
  async call({ id, kind, to }, trying) {
    const link = `${trying.services.urls[to.portal]}/notifications`;
    const title = noticeTitle(kind, to.locale);
    return post({ id, ...letter('notice', to, { link, title, tenant: to.tenantName }) }, trying);
  },
  record: ({ db }, _fate, { id }) =>
    db.update(notifications).set({ mailedAt: sql`now()` }).where(eq(notifications.id, id)),
});
