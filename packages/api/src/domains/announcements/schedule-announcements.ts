import { and, isNotNull, isNull, lte, sql } from '@studyspot/db/query';
import { announcements } from '@studyspot/db/schema/announcements';
import { schedule } from '../../work/say.ts';
import { tellBoards } from './board/tell-boards.ts';

const isDue = and(
  isNotNull(announcements.publishedAt),
  isNull(announcements.endedAt),
  isNull(announcements.toldAt),
  lte(announcements.startsAt, sql`now()`),
);

/** What was published for later has begun: pages that are open already are told. */
export const scheduleAnnouncements = schedule({
  at: { minutes: 1 },
  run: async ({ db }) => {
    const begun = await db
      .update(announcements)
      .set({ toldAt: sql`now()` })
      .where(isDue)
      .returning({ audience: announcements.audience });
    for (const { audience } of begun) tellBoards(db, audience);
  },
});
