import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { mustBe } from './guards.ts';
import type { announcementVersionInput } from './schema.ts';
import { writeAnnouncement } from './write-announcement.ts';

/** From now on nobody sees it. */
export const endAnnouncement = (scope: ChangeScope, input: z.output<typeof announcementVersionInput>) =>
  writeAnnouncement(scope, input, 'announcement.ended', (before, stage, now) => {
    mustBe(stage, ['planned', 'running']);
    // One that began within this minute may stand on pages already, though its beginning is still to be told.
    return { endedAt: now, toldAt: before.toldAt ?? now };
  });
