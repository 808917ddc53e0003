import { and, eq } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { domainEvents } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { countUpTo } from '../../procedures/count-up-to.ts';
import { pageOf } from '../../procedures/page-of.ts';
import { findMember } from './member-row.ts';
import type { activityInput } from './schema.ts';

/** What a member of the platform's staff did in the platform's own trail; what they do elsewhere is not its business. */
export async function listActivity({ db }: ReadScope, input: z.output<typeof activityInput>) {
  const person = await findMember(db, 'platform', input.id);
  const where = and(eq(domainEvents.tenantId, PLATFORM_ID), eq(domainEvents.actorId, person.userId));
  return await pageOf(input, {
    // ids are in the order of time
    sorts: { at: domainEvents.id },
    id: domainEvents.id,
    rows: ({ mark, after, orderBy, limit }) =>
      db
        .select({
          id: domainEvents.id,
          name: domainEvents.name,
          subjectKind: domainEvents.subjectKind,
          subjectId: domainEvents.subjectId,
          at: domainEvents.occurredAt,
          mark,
        })
        .from(domainEvents)
        .where(and(where, after))
        .orderBy(...orderBy)
        .limit(limit),
    count: countUpTo(db, domainEvents, where),
  });
}
