import { and, eq, sql } from '@studyspot/db/query';
import { bulkRows, bulks } from '@studyspot/db/schema/bulks';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import * as z from 'zod/mini';

/** What became of one record of many: nothing was to be done, or why it was not done, or how it was and is now. */
export type Fate = 'same' | { refused: string } | { before: Readonly<Record<string, unknown>>; version: number };
export type Fates = ReadonlyMap<string, Fate>;

/** A record as it was before something was done to it, and the version that it has had since. */
export interface Former {
  id: string;
  before: Readonly<Record<string, unknown>>;
  version: number;
}

/** What a domain says of what can be done to many of its records at once. A record that is not named has gone. */
export interface BulkKind<Act = unknown> {
  /** What they are, as their events begin. */
  of: string;
  act: z.ZodMiniType<Act>;
  perform(db: ChangeHandle, act: Act, ids: readonly string[]): Promise<Fates>;
  putBack(db: ChangeHandle, rows: readonly Former[]): Promise<Fates>;
}

const ROWS_AT_ONCE = 100;

function told(fate: Fate = { refused: 'gone' }) {
  if (fate === 'same') return { state: 'done', reason: null, before: null, written: null };
  return 'refused' in fate
    ? { state: 'refused', reason: fate.refused, before: null, written: null }
    : { state: 'done', reason: null, before: fate.before, written: fate.version };
}

/** Some more of its rows, with all that is done to them; whether any are left. What somebody has stopped ends here. */
export async function advance<Act>(db: ChangeHandle, kind: BulkKind<Act>, id: string): Promise<boolean> {
  const [bulk] = await db.select().from(bulks).where(eq(bulks.id, id)).for('update');
  if (bulk?.state !== 'running') return false;
  const rows = await db
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, id), eq(bulkRows.state, 'waiting')))
    .orderBy(bulkRows.id)
    .limit(ROWS_AT_ONCE);
  const fates = bulk.undoesId
    ? await kind.putBack(
        db,
        rows.map(({ subjectId, before, written }) => ({ id: subjectId, before: before ?? {}, version: written ?? 0 })),
      )
    : await kind.perform(
        db,
        z.parse(kind.act, bulk.act),
        rows.map(({ subjectId }) => subjectId),
      );
  const ended = rows.map((row) => ({ id: row.id, ...told(fates.get(row.subjectId)) }));
  await db.run(sql`update bulk_rows r
    set state = f.state, reason = f.reason, before = f.before, written = f.written
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb)
      f(id uuid, state text, reason text, before jsonb, written int)
    where r.id = f.id and r.bulk_id = ${id}::uuid`);
  const refused = ended.filter(({ state }) => state === 'refused').length;
  const goesOn = rows.length === ROWS_AT_ONCE;
  await db
    .update(bulks)
    .set({
      done: bulk.done + ended.length - refused,
      refused: bulk.refused + refused,
      state: goesOn ? 'running' : 'over',
      version: bulk.version + 1,
      updatedAt: sql`now()`,
    })
    .where(eq(bulks.id, id));
  return goesOn;
}
