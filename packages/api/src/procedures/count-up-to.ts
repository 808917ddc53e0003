import { count, type PgTable, type SQL, sql } from '@studyspot/db/query';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';

/** How many rows there are, looking no further than the limit: the total of a long list must not cost its length. */
export const countUpTo = (db: ReadHandle, table: PgTable, where: SQL | undefined) => async (limit: number) => {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(table)
    .where(where)
    .limit(limit)
    .as('some');
  const [counted] = await db.select({ all: count() }).from(some);
  return counted?.all ?? 0;
};
