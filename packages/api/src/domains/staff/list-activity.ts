import { and, eq } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { domainEvents } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, listOf } from '../../procedures/list-of.ts';
import { isOfInterest } from '../../procedures/of-interest.ts';
import { findMember } from './member-row.ts';
import { activityEvent, type activityInput } from './schema.ts';

const fields = columnsOf(domainEvents, activityEvent, { at: domainEvents.occurredAt });

/** What a member of the platform's staff did in the platform's own trail; what they do elsewhere is not its business. */
export async function listActivity({ db }: ReadScope, input: z.output<typeof activityInput>) {
  const person = await findMember(db, 'platform', input.id);
  return await listOf(db, input, {
    table: domainEvents,
    fields,
    where: and(eq(domainEvents.tenantId, PLATFORM_ID), eq(domainEvents.actorId, person.userId), isOfInterest),
    // ids are in the order of time
    sorts: { at: domainEvents.id },
  });
}
