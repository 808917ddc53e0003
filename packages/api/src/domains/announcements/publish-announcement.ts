import { sql } from '@studyspot/db/query';
import { announcements } from '@studyspot/db/schema/announcements';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { mustBe, mustEnd } from './guards.ts';
import type { announcementVersionInput } from './schema.ts';
import { writeAnnouncement } from './write-announcement.ts';

// By the clock that the boards go by: what has not begun there is told when it begins.
const ifBegun = sql`case when ${announcements.startsAt} <= now() then now() end`;

export const publishAnnouncement = (scope: ChangeScope, input: z.output<typeof announcementVersionInput>) =>
  writeAnnouncement(scope, input, 'announcement.published', (before, stage, now) => {
    mustBe(stage, ['draft']);
    mustEnd(before, 'planned', now);
    return { publishedAt: now, toldAt: ifBegun };
  });
