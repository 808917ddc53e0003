import { and, eq, sql } from '@studyspot/db/query';
import { importRows, imports } from '@studyspot/db/schema/imports';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { draftOf } from '../../importing/draft-of.ts';
import { isTotal } from '../../importing/header-of.ts';
import type { Draft } from '../../importing/kind.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { type ImportOf, kindOf } from './guards.ts';
import { writeVerdicts } from './write-verdicts.ts';

/** Every line is held against the form, the others and what is known. Nothing is brought in by it. */
export async function checkRows(db: ChangeHandle, of: ImportOf, today: string): Promise<void> {
  const kind = kindOf(of.kind);
  const here = eq(importRows.importId, of.id);
  const rows = await db
    .select({
      id: importRows.id,
      no: importRows.no,
      cells: importRows.cells,
      out: importRows.isOut,
      meant: importRows.isMeant,
    })
    .from(importRows)
    .where(here)
    .orderBy(importRows.no);
  const aside = new Set(rows.filter(({ no, cells }) => no <= of.headerNo || isTotal(cells)).map(({ id }) => id));
  const drafts: Draft[] = rows
    .filter(({ id }) => !aside.has(id))
    .map(({ cells, ...row }) => ({ ...row, ...draftOf(kind, of.columns, cells, today) }));
  if (aside.size > 0)
    await db
      .update(importRows)
      .set({ state: 'aside' })
      .where(and(here, sql`${importRows.id} = any(${`{${[...aside].join(',')}}`}::uuid[])`));
  await writeVerdicts(db, drafts, await kind.judge(db, drafts));
  await writeVersioned(db, imports, of, 'import.checked', { state: 'checked' });
}
