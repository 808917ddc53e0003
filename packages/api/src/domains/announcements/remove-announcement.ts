import { announcements } from '@studyspot/db/schema/announcements';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { isThere } from './announcement-row.ts';
import { mustBe } from './guards.ts';
import { stageOf } from './rules.ts';
import type { announcementVersionInput } from './schema.ts';

/** A draft that nobody wants. What was published stays, for whoever asks what was said. */
export async function removeAnnouncement(
  { db, services }: ChangeScope,
  { id, version }: z.output<typeof announcementVersionInput>,
) {
  const now = services.clock.now();
  await writeVersioned(db, announcements, { id, version, within: isThere }, 'announcement.removed', (before) => {
    mustBe(stageOf(before, now), ['draft']);
    return { removedAt: now };
  });
  return { id };
}
