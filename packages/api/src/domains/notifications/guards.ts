import { and, eq, isNull, type SQL, sql } from '@studyspot/db/query';
import { inboxes, notifications } from '@studyspot/db/schema/notifications';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';

export type Inbox = typeof inboxes.$inferSelect;

/** Of one member: no verb reaches a notice but through this. */
export const ofMember = (memberId: string): SQL => eq(notifications.memberId, memberId);

export const stillUnread = and(isNull(notifications.readAt), isNull(notifications.clearedAt));

/** Made with the first notice, and held until the end: whoever changes a member's notices waits here for the others. */
export async function holdInbox(db: ChangeHandle, memberId: string): Promise<Inbox> {
  await db.insert(inboxes).values({ memberId }).onConflictDoNothing();
  const [inbox] = await db.select().from(inboxes).where(eq(inboxes.memberId, memberId)).for('update');
  if (!inbox) throw new Error('an inbox that was just made is not there');
  return inbox;
}

/** Says the number anew from the few that are unread, so that it cannot drift; nobody who reads it counts. */
export async function tellUnread(db: ChangeHandle, memberId: string): Promise<number> {
  const unread = db
    .select({ all: sql`count(*)` })
    .from(notifications)
    .where(and(ofMember(memberId), stillUnread));
  const [inbox] = await db
    .update(inboxes)
    .set({ unread: sql`(${unread})` })
    .where(eq(inboxes.memberId, memberId))
    .returning({ unread: inboxes.unread });
  return inbox?.unread ?? 0;
}

/** Heard by that person alone, in all their tabs. */
export const tellPerson = (db: ChangeHandle, event: string, userId: string): void =>
  db.record({ name: `notification.${event}`, subject: { kind: 'notification', id: userId } });
