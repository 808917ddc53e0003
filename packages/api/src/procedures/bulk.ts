import { and, eq, isNotNull, sql } from '@studyspot/db/query';
import { bulkRows, bulks } from '@studyspot/db/schema/bulks';
import * as z from 'zod/mini';
import { AppError } from '../errors/app-error.ts';
import { id, nothing, requestKey } from '../fields.ts';
import type { ChangeScope, Permitted, ReadScope } from './builder.ts';
import { bulk, bulkDetail, lastBulk } from './bulk-detail.ts';
import { advance, type BulkKind } from './bulk-rows.ts';
import type { Page } from './page-of.ts';
import { wholeList } from './whole-list.ts';
import { findRow } from './write.ts';

/** More of them are done by a job. */
const MOST_IN_CALL = 200;
const MOST_IN_ALL = 10_000;
const MOST_CHOSEN = 1000;
const ADDED_AT_ONCE = 500;

interface Named {
  id: string;
  name: string;
}
interface Asked {
  filters: object;
  only?: string[] | undefined;
}
type Filtered = z.core.$ZodLooseShape & { filters: z.core.SomeType };
type List = (scope: ReadScope, input: never) => Promise<Page<Named>>;

const of = (kind: Pick<BulkKind, 'of'>) => eq(bulks.of, kind.of);

/** All that match, or those `only` that were chosen, as the list shows them to whoever asks. */
async function chosen(scope: ChangeScope, list: List, { filters, only }: Asked): Promise<Named[]> {
  const asked = { filters, only, sort: { by: 'name', descending: false } };
  const { items, complete } = await wholeList<never, Named>(scope, list, asked as never, MOST_IN_ALL);
  if (!complete) throw new AppError('limit_exceeded', { details: { limit: MOST_IN_ALL } });
  return items.map(({ id, name }) => ({ id, name }));
}

type Laid = Pick<typeof bulks.$inferInsert, 'act' | 'undoesId'> & { filter?: object };
type LaidRow = Pick<typeof bulkRows.$inferInsert, 'subjectId' | 'name' | 'before' | 'written'>;

/** Few are done here and now; more by the worker, which hears of it. */
async function begin<Act>(scope: ChangeScope, kind: BulkKind<Act>, laid: Laid, rows: readonly LaidRow[]) {
  const { db, actor } = scope;
  const { filter, ...values } = laid;
  const [row] = await db
    .insert(bulks)
    .values({ ...values, of: kind.of, memberId: actor.membershipId, total: rows.length })
    .returning();
  if (!row) throw new AppError('database');
  for (let from = 0; from < rows.length; from += ADDED_AT_ONCE)
    await db.insert(bulkRows).values(rows.slice(from, from + ADDED_AT_ONCE).map((one) => ({ ...one, bulkId: row.id })));
  const isSmall = rows.length <= MOST_IN_CALL;
  // The first of them at once: what can be done to none is refused here, to whoever asks.
  let goesOn = await advance(db, kind, row.id);
  while (goesOn && isSmall) goesOn = await advance(db, kind, row.id);
  db.record({
    name: `${kind.of}.${isSmall ? 'bulk_done' : 'bulk_begun'}`,
    subject: { kind: 'bulk', id: row.id },
    after: { act: row.act, total: row.total, filter },
  });
  return await bulkDetail(db, await findRow(db, bulks, row));
}

const bulkId = z.object({ id });
const undoInput = z.object({ requestKey, id });

/** Does something to many records, chosen by hand or all that match a list's filters; each answers for itself. */
export function bulkOf<Act extends z.ZodMiniType, S extends Filtered>(
  procedure: Permitted,
  kind: BulkKind<z.output<Act>> & { act: Act },
  list: List,
  { shape: { filters } }: z.ZodMiniObject<S>,
) {
  const only = z.optional(z.array(id).check(z.minLength(1), z.maxLength(MOST_CHOSEN)));
  const input = z.object({ requestKey, act: kind.act, filters, only });
  const verb = async (scope: ChangeScope, given: unknown) => {
    const { act, ...asked } = given as Asked & { act: Record<string, string> };
    const rows = await chosen(scope, list, asked);
    // Of those that were named there is none: what another business has is answered like what nobody has.
    if (asked.only && rows.length === 0) throw new AppError('not_found');
    return await begin(
      scope,
      kind,
      { act, filter: asked.filters },
      rows.map((row) => ({ subjectId: row.id, name: row.name })),
    );
  };
  // The compiler does not follow that an input with such a shape has a key.
  return procedure
    .input(input)
    .output(bulk)
    .creates(verb as never);
}

/** What is going on, or was done last. */
export const lastBulkOf = (procedure: Permitted, kind: Pick<BulkKind, 'of'>) =>
  procedure
    .input(nothing)
    .output(z.nullable(bulk))
    .reads(async ({ db }) => {
      const row = await lastBulk(db, kind.of);
      return row && (await bulkDetail(db, row));
    });

/** What was done stays done. */
export const stopBulkOf = (procedure: Permitted, kind: Pick<BulkKind, 'of'>) =>
  procedure
    .input(bulkId)
    .output(bulk)
    .changes(async ({ db }, { id }) => {
      await db
        .update(bulks)
        .set({ state: 'stopped', updatedAt: sql`now()` })
        .where(and(eq(bulks.id, id), of(kind), eq(bulks.state, 'running')));
      const row = await findRow(db, bulks, { id, within: of(kind) });
      db.record({ name: `${kind.of}.bulk_stopped`, subject: { kind: 'bulk', id }, after: row });
      return await bulkDetail(db, row);
    });

/** Puts back what nobody has touched since, and says which the others are. */
export const undoBulkOf = <Act>(procedure: Permitted, kind: BulkKind<Act>) =>
  procedure
    .input(undoInput)
    .output(bulk)
    .creates(async (scope, { id }) => {
      const { db } = scope;
      // Two who take it back at once: the second sees that it was.
      await db.lock(`bulk ${id}`);
      const former = await findRow(db, bulks, { id, within: of(kind) });
      const now = await bulkDetail(db, former);
      if (former.state === 'running' || now.undoes || now.undone) throw new AppError('changed_meanwhile');
      const rows = await db
        .select({
          subjectId: bulkRows.subjectId,
          name: bulkRows.name,
          before: bulkRows.before,
          written: bulkRows.written,
        })
        .from(bulkRows)
        .where(and(eq(bulkRows.bulkId, id), eq(bulkRows.state, 'done'), isNotNull(bulkRows.written)))
        .orderBy(bulkRows.id);
      return await begin(scope, kind, { act: former.act, undoesId: id }, rows);
    });
