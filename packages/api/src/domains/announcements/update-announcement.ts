import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { mustBeCustomers, mustEnd } from './guards.ts';
import { mayChange } from './rules.ts';
import type { updateAnnouncementInput } from './schema.ts';
import { writeAnnouncement } from './write-announcement.ts';

export async function updateAnnouncement(scope: ChangeScope, input: z.output<typeof updateAnnouncementInput>) {
  const { id, version, ...details } = input;
  await mustBeCustomers(scope.db, details.audience);
  return await writeAnnouncement(scope, { id, version }, 'announcement.updated', (before, stage, now) => {
    if (!mayChange(stage, Object.keys(details)))
      throw new AppError('changed_meanwhile', { details: { reason: stage } });
    const { startsAt = before.startsAt, endsAt = before.endsAt } = details;
    mustEnd({ startsAt, endsAt }, stage, now);
    return details;
  });
}
