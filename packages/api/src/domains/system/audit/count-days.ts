import { count, desc, sql } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { auditWhere } from './audit-row.ts';
import { daysOf, spanOf } from './rules.ts';
import type { auditExportInput } from './schema.ts';

// A busy month must not cost its length: what is older than the newest of these is not counted.
const MOST_COUNTED = 50_000;

const day = sql<string>`to_char(occurred_at at time zone 'Asia/Kolkata', 'YYYY-MM-DD')`;

/** How much happened on each day, as the list is filtered. */
export async function countDays({ db, services }: ReadScope, filters: z.output<typeof auditExportInput>) {
  const span = spanOf(filters, services.clock.now());
  if (span === null) return { days: [], complete: true };
  const newest = db
    .select({ occurredAt: domainEvents.occurredAt })
    .from(domainEvents)
    .where(auditWhere({ ...filters, from: span.from.toISOString(), to: span.to.toISOString() }))
    .orderBy(desc(domainEvents.id))
    .limit(MOST_COUNTED)
    .as('newest');
  const rows = await db.select({ day, count: count() }).from(newest).groupBy(day);
  const counted = new Map(rows.map((row) => [row.day, row.count]));
  const complete = rows.reduce((all, row) => all + row.count, 0) < MOST_COUNTED;
  const first = complete ? '' : rows.reduce((oldest, row) => (row.day < oldest ? row.day : oldest), '9');
  const days = daysOf(span).filter((one) => one >= first);
  return { days: days.map((one) => ({ day: one, count: counted.get(one) ?? 0 })), complete };
}
