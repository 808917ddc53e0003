import { and, eq, type SQL, sql } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { memberships } from '@studyspot/db/schema/tenants';
import type { Actor } from '@studyspot/db/tenancy/scope';
import * as z from 'zod/mini';
import { atMost, id, instant, trailChange } from '../fields.ts';
import type { Permitted, ReadScope } from './builder.ts';
import { changesOf } from './changes-of.ts';
import { listOf } from './list-of.ts';

const timelineInput = z.object({
  id,
  cursor: z.optional(z.string().check(atMost(500))),
  limit: z._default(z.int().check(z.gte(1), z.lte(50)), 20),
});

const timelineEvent = z.object({
  id,
  name: z.string(),
  // The platform's people are told of as the platform; nobody is the system.
  by: z.enum(['person', 'platform', 'system']),
  actorName: z.nullable(z.string()),
  changes: z.array(trailChange),
  at: instant,
});
const timeline = z.object({ items: z.array(timelineEvent), nextCursor: z.nullable(z.string()) });

// Whoever did something here without ever having belonged here came from the platform.
const by = sql<'person' | 'platform' | 'system'>`case
  when ${domainEvents.actorId} is null then 'system'
  when ${memberships.id} is null then 'platform'
  else 'person' end`;

const fields = {
  id: domainEvents.id,
  name: domainEvents.name,
  by,
  // What a job does for somebody it records by their id alone.
  actorName: sql<
    string | null
  >`case when ${memberships.id} is not null then coalesce(${domainEvents.actorName}, ${memberships.name}) end`,
  before: domainEvents.before,
  after: domainEvents.after,
  at: domainEvents.occurredAt,
};

const actorHere = and(
  eq(memberships.tenantId, domainEvents.tenantId),
  eq(memberships.userId, domainEvents.actorId),
) as SQL;

type TrailChange = z.output<typeof trailChange>;
/** A change as somebody may see it. */
export type Seen = (actor: Actor) => (change: TrailChange) => TrailChange;
type Get = (scope: ReadScope, input: { id: string }) => Promise<unknown>;

/**
 * What happened to one record, newest first: whatever a domain records of that kind, to whoever finds the record itself by
 * `get`.
 */
export const timelineOf = (procedure: Permitted, kind: string, get: Get, seen: Seen = () => (change) => change) =>
  procedure
    .input(timelineInput)
    .output(timeline)
    .reads(happened(kind, get, seen));

// The platform reads all trails, and so must say that its own is meant.
const happened =
  (kind: string, get: Get, seen: Seen) =>
  async (scope: ReadScope, { id: subjectId, ...asked }: z.output<typeof timelineInput>) => {
    const actor = await scope.actor();
    const { tenantId } = actor;
    const reading = listOf(
      scope.db,
      { ...asked, filters: {}, sort: { by: 'at', descending: true } },
      {
        table: domainEvents,
        fields,
        joins: [{ table: memberships, on: actorHere, optional: true }],
        where: and(
          eq(domainEvents.tenantId, tenantId),
          eq(domainEvents.subjectKind, kind),
          eq(domainEvents.subjectId, subjectId),
        ),
        // ids are in the order of time
        sorts: { at: domainEvents.id },
      },
    );
    const [page] = await Promise.all([reading, get(scope, { id: subjectId })]);
    const items = page.items.map(({ before, after, ...event }) => ({
      ...event,
      // Of what is new the record itself tells.
      changes: before === null ? [] : changesOf(before, after).map(seen(actor)),
    }));
    return { items, nextCursor: page.nextCursor };
  };
