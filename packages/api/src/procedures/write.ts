import { and, eq, type PgColumn, type PgTable, type PgUpdateSetSource, type SQL, sql } from '@studyspot/db/query';
import { thingOf } from '@studyspot/db/schema/trail';
import type { ChangeHandle, ReadHandle, TrailEvent } from '@studyspot/db/tenancy/scope';
import { AppError } from '../errors/app-error.ts';
import type { ChangeScope, ReadScope } from './builder.ts';

type Row<T extends PgTable> = T['$inferSelect'];
type Values<T extends PgTable> = PgUpdateSetSource<T>;
type Versioned = PgTable & { version: PgColumn; updatedAt: PgColumn };

/** Which row, as it was read. `within` narrows what the handle lets through: a row outside it is not there. */
interface At {
  version: number;
  within?: SQL | undefined;
}

export interface Written<T extends PgTable> {
  row: Row<T>;
  /** As it was recorded: for a second trail that should hear of it too. */
  event: TrailEvent;
}

function told<T extends PgTable>(
  db: ChangeHandle,
  table: T,
  name: string,
  id: string,
  before: Row<T> | undefined,
  row: Row<T> | undefined,
): Written<T> {
  if (!row) throw new AppError('database');
  const kind = thingOf(table);
  const event = { name, subject: { kind, id }, libraryId: libraryOf(kind, row), ...(before && { before }), after: row };
  db.record(event);
  return { row, event };
}

// The library that something belongs to, or that is somebody's home; a library is its own.
const libraryOf = (kind: string, row: { id?: string; libraryId?: string | null; homeId?: string }): string | null =>
  (kind === 'library' ? row.id : (row.libraryId ?? row.homeId)) ?? null;

/** A new row, told to the trail. */
export async function insertRow<T extends PgTable & { id: PgColumn }>(
  db: ChangeHandle,
  table: T,
  values: T['$inferInsert'],
  event: string,
): Promise<Written<T>> {
  const [row] = await db.insert(table).values(values).returning();
  return told(db, table, event, (row as { id: string } | undefined)?.id ?? '', undefined, row);
}

/**
 * A change of a row that must be as it was read. `decide` sees it as it is now, and may refuse: the trail is told how it
 * was and how it became.
 */
export async function writeVersioned<T extends Versioned & { id: PgColumn }>(
  db: ChangeHandle,
  table: T,
  at: At & { id: string },
  event: string,
  decide: Values<T> | ((before: Row<T>) => Values<T>),
): Promise<Written<T>> {
  const before = await findRow(db, table, at);
  if (before['version'] !== at.version) throw new AppError('changed_meanwhile');
  const values = typeof decide === 'function' ? decide(before) : decide;
  return told(db, table, event, at.id, before, await update(db, table, [eq(table.id, at.id), at], values));
}

/** A row found by its key, which is version 0 until someone puts it. */
export async function putVersioned<T extends Versioned & { key: PgColumn }>(
  db: ChangeHandle,
  table: T,
  at: At & { key: string },
  event: string,
  values: Values<T>,
): Promise<Written<T>> {
  // Two who put the same new key must not both find nothing.
  await db.lock(`${thingOf(table)} ${at.key}`);
  const here = eq(table.key, at.key);
  const [before] = await rowsOf(db, table, and(here, at.within));
  if ((before?.['version'] ?? 0) !== at.version) throw new AppError('changed_meanwhile');
  if (before) return told(db, table, event, at.key, before, await update(db, table, [here, at], values));
  const [row] = await db
    .insert(table)
    .values({ key: at.key, ...values } as T['$inferInsert'])
    .returning();
  return told(db, table, event, at.key, undefined, row);
}

/** The row of an id. What another tenant has is answered like what nobody has. */
export async function findRow<T extends PgTable & { id: PgColumn }>(
  db: ReadHandle,
  table: T,
  { id, within }: { id: string; within?: SQL | undefined },
): Promise<Row<T>> {
  const [row] = await rowsOf(db, table, and(eq(table.id, id), within));
  if (!row) throw new AppError('not_found');
  return row;
}

const rowsOf = <T extends PgTable>(db: ReadHandle, table: T, where: SQL | undefined) =>
  db
    .select()
    .from(table as PgTable)
    .where(where) as unknown as Promise<Row<T>[]>;

async function update<T extends Versioned>(
  db: ChangeHandle,
  table: T,
  [here, { version, within }]: [SQL, At],
  values: Values<T>,
): Promise<Row<T>> {
  const [row] = await db
    .update(table)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(here, within, eq(table.version, version)))
    .returning();
  // Someone was faster between the two statements.
  if (!row) throw new AppError('changed_meanwhile');
  return row as Row<T>;
}

type Shows<T extends PgTable, Shown> = (row: Row<T>) => Shown;

/** The verb that only finds a row. */
export const finds =
  <T extends PgTable & { id: PgColumn }, Shown = Row<T>>(table: T, shows: Shows<T, Shown> = (row) => row as Shown) =>
  async ({ db }: ReadScope, { id }: { id: string }) =>
    shows(await findRow(db, table, { id }));

/** What is sent beside the values: which row, as it was read. */
interface Sent {
  id: string;
  version: number;
  requestKey?: string;
}

/** The verb that writes what is sent over the row that it names; `values` says it in columns where it comes otherwise. */
export const writes =
  <T extends Versioned & { id: PgColumn }, Shown = Row<T>, Details = Values<T>>(
    table: T,
    event: string,
    shows: Shows<T, Shown> = (row) => row as Shown,
    values: (details: Details) => Values<T> = (details) => details as Values<T>,
  ) =>
  async ({ db }: ChangeScope, { id, version, requestKey: _, ...details }: Sent & Details) =>
    shows((await writeVersioned(db, table, { id, version }, event, values(details as unknown as Details))).row);
