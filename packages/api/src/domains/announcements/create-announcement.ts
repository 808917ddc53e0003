import { announcements } from '@studyspot/db/schema/announcements';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { insertRow } from '../../procedures/write.ts';
import { detailOf } from './announcement-row.ts';
import { mustBeCustomers, mustEnd } from './guards.ts';
import type { createAnnouncementInput } from './schema.ts';

/** A draft: nobody sees it until it is published. */
export async function createAnnouncement(
  { db, services }: ChangeScope,
  { requestKey: _, ...values }: z.output<typeof createAnnouncementInput>,
) {
  mustEnd(values, 'draft', services.clock.now());
  await mustBeCustomers(db, values.audience);
  const { row } = await insertRow(db, announcements, values, 'announcement.created');
  return await detailOf(db, row.id);
}
