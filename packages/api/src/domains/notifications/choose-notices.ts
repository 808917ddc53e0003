import { inboxes } from '@studyspot/db/schema/notifications';
import type * as z from 'zod/mini';
import { notices } from '../../live/notices.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { holdInbox } from './guards.ts';
import { shownChoices } from './notice-choices.ts';
import { byMailOf, mutedOf } from './rules.ts';
import type { chooseNoticesInput } from './schema.ts';

export async function chooseNotices(
  { db, actor }: ChangeScope,
  { muted, mailed, quiet, version }: z.output<typeof chooseNoticesInput>,
) {
  const { id } = await holdInbox(db, actor.membershipId);
  // Whoever was told nothing yet has no row, and reads version 0; the row is made as version 1.
  const at = { id, version: Math.max(version, 1) };
  const { row } = await writeVersioned(db, inboxes, at, 'notification.chosen', {
    ...{ muted: mutedOf(notices, muted), byMail: byMailOf(notices, mailed) },
    ...{ quietFrom: quiet?.from ?? null, quietTill: quiet?.till ?? null },
  });
  return shownChoices(actor.role, row, row.version);
}
