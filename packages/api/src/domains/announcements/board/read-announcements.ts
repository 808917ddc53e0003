import { announcementReads } from '@studyspot/db/schema/announcements';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import type { readAnnouncementsInput } from '../schema.ts';
import { readBoard } from './read-board.ts';

/** Read once and for all, by whoever opened or dismissed it; what is no longer on the board needs no reading. */
export async function readAnnouncements(scope: ChangeScope, { ids }: z.output<typeof readAnnouncementsInput>) {
  const { db, actor } = scope;
  const { membershipId: memberId, userId } = actor;
  const shown = await readBoard({ ...scope, actor: async () => actor });
  const read = shown.filter(({ id, isRead }) => !isRead && ids.includes(id));
  if (read.length > 0)
    await db
      .insert(announcementReads)
      .values(read.map(({ id }) => ({ memberId, announcementId: id })))
      .onConflictDoNothing();
  // In their other tabs too.
  db.record({ name: 'reading.kept', subject: { kind: 'reading', id: userId } });
  return { unread: shown.filter(({ isRead }) => !isRead).length - read.length };
}
