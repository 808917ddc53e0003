import { and, count, eq, inArray, type SQL, sql } from '@studyspot/db/query';
import { importRows, imports } from '@studyspot/db/schema/imports';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, listOf } from '../../procedures/list-of.ts';
import { type ImportOf, importOf, kindOf, kindsOf } from './guards.ts';
import { IMPORT_VIEWS } from './names.ts';
import { undoableTill } from './rules.ts';
import { type importInput, importItem, importRow, type importRowsInput, type listImportsInput } from './schema.ts';

const FIRST_LINES = 12;

type Counts = Record<(typeof IMPORT_VIEWS)[number], number>;

async function countsOf(db: ReadHandle, id: string): Promise<{ counts: Counts; undone: number }> {
  const { state, isOut } = importRows;
  const rows = await db
    .select({ state, isOut, all: count() })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(state, isOut);
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((all, row) => all + row.all, 0);
  const counts = Object.fromEntries(
    IMPORT_VIEWS.map((view) => [view, sum((row) => (view === 'out' ? row.isOut : row.state === view && !row.isOut))]),
  ) as Counts;
  return { counts, undone: sum((row) => row.state === 'undone') };
}

export async function detailOf(db: ReadHandle, row: ImportOf) {
  const kind = kindOf(row.kind);
  const [{ counts, undone }, places, first] = await Promise.all([
    countsOf(db, row.id),
    kind.places(db),
    db
      .select({ no: importRows.no, cells: importRows.cells })
      .from(importRows)
      .where(eq(importRows.importId, row.id))
      .orderBy(importRows.no)
      .limit(FIRST_LINES),
  ]);
  return {
    ...row,
    ...{ known: kind.columns.map(({ name }) => name), first, counts, undone, places },
    undoableTill: undoableTill(row),
  };
}

export async function getImport({ db, actor }: ReadScope, { id }: z.output<typeof importInput>) {
  return await detailOf(db, await importOf(db, await actor(), id));
}

export async function listImports({ db, actor }: ReadScope, input: z.output<typeof listImportsInput>) {
  const where = inArray(imports.kind, kindsOf(await actor()));
  return await listOf(db, input, { table: imports, fields: columnsOf(imports, importItem, {}), where });
}

/** What people look at: those left out stand by themselves. */
export const seenAs = (view: (typeof IMPORT_VIEWS)[number]): SQL | undefined =>
  view === 'out' ? eq(importRows.isOut, true) : and(eq(importRows.state, view), eq(importRows.isOut, false));

export async function listImportRows(
  { db, actor }: ReadScope,
  { importId, ...input }: z.output<typeof importRowsInput>,
) {
  const { headerNo } = await importOf(db, await actor(), importId);
  return await listOf(db, input, {
    table: importRows,
    fields: columnsOf(importRows, importRow, {}),
    where: and(eq(importRows.importId, importId), sql`${importRows.no} > ${headerNo}`),
    filters: { view: seenAs },
  });
}

/** The lines that were not brought in, each with why: a file that can be mended and brought in again. */
export async function leftRows({ db, actor }: ReadScope, { id }: z.output<typeof importInput>) {
  const { titles } = await importOf(db, await actor(), id);
  const { no, cells, isOut, faults, state } = importRows;
  const isLeft = sql`(${isOut} or ${inArray(state, ['bad', 'doubtful', 'left'])})`;
  const rows = await db
    .select({ no, cells, isOut, faults })
    .from(importRows)
    .where(and(eq(importRows.importId, id), isLeft, sql`${state} not in ('aside', 'unread')`))
    .orderBy(no);
  return { titles, rows };
}
