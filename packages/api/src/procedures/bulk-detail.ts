import { and, count, desc, eq, gte, isNotNull, sql } from '@studyspot/db/query';
import { bulkRows, bulks } from '@studyspot/db/schema/bulks';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import * as z from 'zod/mini';
import { id, instant } from '../fields.ts';

const MOST_REFUSALS = 100;

/** One thing that is done to many records: how far it is, and what was not done, and why. */
export const bulk = z.object({
  id,
  act: z.record(z.string(), z.string()),
  total: z.int(),
  done: z.int(),
  refused: z.int(),
  /** How many were changed by it: those can be put back. */
  changed: z.int(),
  state: z.enum(['running', 'stopped', 'over']),
  /** It took another one back. */
  undoes: z.boolean(),
  undone: z.boolean(),
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  /** The first of those that were refused. */
  refusals: z.array(z.object({ id, name: z.string(), reason: z.string() })),
  createdAt: instant,
});

type Row = typeof bulks.$inferSelect;

export async function bulkDetail(db: ReadHandle, row: Row) {
  const refused = and(eq(bulkRows.bulkId, row.id), eq(bulkRows.state, 'refused'));
  const [[changed], [undoing], reasons, refusals] = await Promise.all([
    db
      .select({ all: count() })
      .from(bulkRows)
      .where(and(eq(bulkRows.bulkId, row.id), eq(bulkRows.state, 'done'), isNotNull(bulkRows.written))),
    db.select({ id: bulks.id }).from(bulks).where(eq(bulks.undoesId, row.id)),
    db
      .select({ reason: sql<string>`${bulkRows.reason}`, count: count() })
      .from(bulkRows)
      .where(refused)
      .groupBy(bulkRows.reason),
    db
      .select({ id: bulkRows.subjectId, name: bulkRows.name, reason: sql<string>`${bulkRows.reason}` })
      .from(bulkRows)
      .where(refused)
      .orderBy(bulkRows.id)
      .limit(MOST_REFUSALS),
  ]);
  return {
    ...row,
    ...{ reasons, refusals, undoes: row.undoesId !== null, undone: undoing !== undefined },
    changed: changed?.all ?? 0,
  };
}

/** The one that was begun last, as long as it is of today. */
export async function lastBulk(db: ReadHandle, of: string) {
  const [row] = await db
    .select()
    .from(bulks)
    .where(and(eq(bulks.of, of), gte(bulks.createdAt, sql`now() - interval '1 day'`)))
    .orderBy(desc(bulks.id))
    .limit(1);
  return row ?? null;
}
