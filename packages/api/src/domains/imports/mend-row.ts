import { and, eq, inArray, ne } from '@studyspot/db/query';
import { importRows } from '@studyspot/db/schema/imports';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import { indianDay } from '../../fields.ts';
import { cleanCell } from '../../importing/cells-of-text.ts';
import { draftOf } from '../../importing/draft-of.ts';
import type { Draft } from '../../importing/kind.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { findRow } from '../../procedures/write.ts';
import { type ImportOf, importOf, kindOf, kindsOf, lockImport } from './guards.ts';
import { mayMend } from './rules.ts';
import type { chooseRowInput, mendRowInput } from './schema.ts';
import { writeVerdicts } from './write-verdicts.ts';

type Row = typeof importRows.$inferSelect;

/** A row of an import that waits for a person. */
async function rowOf({ db, actor }: ChangeScope, id: string): Promise<{ row: Row; of: ImportOf }> {
  kindsOf(actor);
  const { importId } = await findRow(db, importRows, { id });
  await lockImport(db, importId);
  const of = await importOf(db, actor, importId);
  const row = await findRow(db, importRows, { id });
  const isOpen = ['new', 'changed', 'same', 'doubtful', 'bad', 'left'].includes(row.state);
  if (!mayMend(of.state) || !isOpen) throw new AppError('changed_meanwhile');
  return { row, of };
}

const draftFrom = ({ id, no, values, faults, key, isOut, isMeant }: Row): Draft => ({
  ...{ id, no, values, faults, key, out: isOut, meant: isMeant },
});

/** What becomes of a row hangs on those that name the same one: they are judged together, and again. */
async function judgeAnew(db: ChangeHandle, of: ImportOf, row: Draft, keyBefore: string | null): Promise<Row> {
  const keys = [row.key, keyBefore].filter((key) => key !== null);
  const { importId, key, state } = importRows;
  const near =
    keys.length === 0
      ? []
      : await db
          .select()
          .from(importRows)
          .where(
            and(
              eq(importId, of.id),
              inArray(key, keys),
              ne(importRows.id, row.id),
              inArray(state, ['new', 'changed', 'same', 'doubtful', 'bad']),
            ),
          );
  const drafts = [...near.map(draftFrom), row].sort((a, b) => a.no - b.no);
  await writeVerdicts(db, drafts, await kindOf(of.kind).judge(db, drafts));
  db.record({ name: 'import.mended', subject: { kind: 'import', id: of.id } });
  return await findRow(db, importRows, { id: row.id });
}

/** One cell, typed anew. */
export async function mendRow(scope: ChangeScope, { id, column, text }: z.output<typeof mendRowInput>) {
  const { db, services } = scope;
  const { row, of } = await rowOf(scope, id);
  const at = of.columns.indexOf(column);
  if (at < 0) throw new AppError('validation', { fields: [{ path: 'column', message: 'invalid' }] });
  const cells = of.columns.map((_, index) => (index === at ? cleanCell(text) : (row.cells[index] ?? '')));
  const read = draftOf(kindOf(of.kind), of.columns, cells, indianDay(services.clock.now()));
  await db.update(importRows).set({ cells }).where(eq(importRows.id, id));
  return await judgeAnew(db, of, { ...draftFrom(row), ...read }, row.key);
}

/** Left out or taken in, doubtful or meant. */
export async function chooseRow(scope: ChangeScope, { id, out, meant }: z.output<typeof chooseRowInput>) {
  const { db } = scope;
  const { row, of } = await rowOf(scope, id);
  const { isOut, isMeant } = { isOut: out ?? row.isOut, isMeant: meant ?? row.isMeant };
  await db.update(importRows).set({ isOut, isMeant }).where(eq(importRows.id, id));
  return await judgeAnew(db, of, draftFrom({ ...row, isOut, isMeant }), row.key);
}
