import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from '@studyspot/db/query';
import { importRows, imports } from '@studyspot/db/schema/imports';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { writeVersioned } from '../../procedures/write.ts';
import { type ImportOf, kindOf } from './guards.ts';

const ROWS_AT_ONCE = 250;

/** The same whenever it is asked for: a line of an import makes one thing, however often it is tried. */
function idOf(importId: string, no: number): string {
  const hex = createHash('sha256').update(`${importId} ${no}`).digest('hex').slice(0, 32);
  // By which every uuid tells that somebody made it by a rule of their own.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)];
  return parts.join('-');
}

const somethingHappened = (db: ChangeHandle, { id }: ImportOf, rows: number) =>
  db.record({ name: 'import.progressed', subject: { kind: 'import', id }, after: { rows } });

/** The next rows of an import are brought in. False where none is left, and it is done. */
export async function applyRows(db: ChangeHandle, of: ImportOf, { today, now }: { today: string; now: Date }) {
  const rows = await db
    .select()
    .from(importRows)
    .where(
      and(eq(importRows.importId, of.id), inArray(importRows.state, ['new', 'changed']), eq(importRows.isOut, false)),
    )
    .orderBy(importRows.no)
    .limit(ROWS_AT_ONCE);
  if (rows.length === 0) {
    await writeVersioned(db, imports, of, 'import.finished', { state: 'done', finishedAt: now });
    return false;
  }
  const waiting = rows.map(({ id, no, state, values, isMeant, targetId }) => ({
    ...{ id, newId: idOf(of.id, no), values: values ?? {}, meant: isMeant, targetId },
    state: state === 'changed' ? ('changed' as const) : ('new' as const),
  }));
  const applied = await kindOf(of.kind).apply(db, waiting, { libraryId: of.libraryId, today });
  await db.run(sql`update import_rows t
    set state = r.state, faults = r.faults, target_id = r.target, before = r.before, wrote = r.wrote
    from jsonb_to_recordset(${JSON.stringify(applied.map(({ targetId: target, ...row }) => ({ ...row, target })))}::jsonb)
      r(id uuid, state text, faults jsonb, target uuid, before jsonb, wrote int) where t.id = r.id`);
  somethingHappened(db, of, rows.length);
  return true;
}

/** The next rows are taken back; those touched since stay as they are. */
export async function undoRows(db: ChangeHandle, of: ImportOf, now: Date): Promise<boolean> {
  const { id, state, targetId, before, wrote } = importRows;
  const rows = await db
    .select({ id, state, targetId, before, wrote })
    .from(importRows)
    .where(and(eq(importRows.importId, of.id), inArray(state, ['made', 'written'])))
    .orderBy(importRows.no)
    .limit(ROWS_AT_ONCE);
  if (rows.length === 0) {
    await writeVersioned(db, imports, of, 'import.undone', { state: 'undone' });
    return false;
  }
  const undoing = rows.map((row) => ({
    ...{ id: row.id, targetId: row.targetId ?? '', before: row.before, wrote: row.wrote ?? 0 },
    state: row.state === 'made' ? ('made' as const) : ('written' as const),
  }));
  const undone = new Set(await kindOf(of.kind).undo(db, undoing, now));
  const told = rows.map((row) =>
    undone.has(row.id)
      ? { id: row.id, state: 'undone', faults: [] }
      : { id: row.id, state: 'kept', faults: [{ column: '', message: 'touchedSince' }] },
  );
  await db.run(sql`update import_rows t set state = r.state, faults = r.faults
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) r(id uuid, state text, faults jsonb) where t.id = r.id`);
  somethingHappened(db, of, rows.length);
  return true;
}
