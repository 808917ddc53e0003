import { createHash } from 'node:crypto';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgColumn } from 'drizzle-orm/pg-core';
import { type Declared, declaredTables } from '../schema/declaration.ts';
import { PLATFORM_ID } from '../schema/platform.ts';

/** By the names of the database. */
export type Row = Record<string, unknown>;
export interface PlacedRow {
  declared: Declared;
  row: Row;
}

export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const columnsOf = ({ table }: Declared): Map<string, PgColumn> =>
  new Map(Object.values(getTableColumns(table)).map((column) => [column.name, column]));

/** Those that a statement may name: what Postgres numbers itself is nobody's to choose, not even its owner's. */
export const writtenColumns = (declared: Declared): string[] =>
  [...columnsOf(declared)].flatMap(([name, { generatedIdentity }]) => (generatedIdentity ? [] : [name]));

/** Where the logins may choose it: an id that a number tells. */
function choosesId({ logins }: Declared, columns: ReadonlyMap<string, PgColumn>): boolean {
  if (columns.get('id')?.getSQLType() !== 'uuid') return false;
  return Object.values(logins).every(({ adds }) => adds === true || adds.length === 0 || adds.includes('id'));
}

function target(tenant: string, n: number, table: Declared): Row {
  if (table.wall === 'id') return { id: tenant, kind: tenant === PLATFORM_ID ? 'platform' : 'library' };
  return sampleRow(table, n, tenant);
}

/** The table's sample as the row of a tenant, hung on the rows of the same or another number in the tables its keys lead to. */
export function sampleRow(declared: Declared, n: number, tenant: string, parent = n): Row {
  const { name, table, wall } = declared;
  const columns = columnsOf(declared);
  const byKey = getTableColumns(table);
  const given = Object.entries(declared.sample(n, tenant === PLATFORM_ID)).map(([key, value]) => [
    byKey[key]?.name ?? key,
    value,
  ]);
  const row: Row = Object.fromEntries(given);
  if (wall === 'tenant_id') row['tenant_id'] = tenant;
  if (choosesId(declared, columns)) row['id'] ??= wall === 'id' ? tenant : uuidOf(`${name} ${wall ? tenant : ''} ${n}`);
  for (const key of getTableConfig(table).foreignKeys) {
    const { columns: from, foreignColumns, foreignTable } = key.reference();
    const found = declaredTables.get(getTableName(foreignTable));
    if (!found || found === declared) continue;
    const onto = target(tenant, parent, found);
    for (const [index, column] of from.entries()) row[column.name] ??= onto[foreignColumns[index]?.name ?? ''];
  }
  for (const [column, { notNull, hasDefault }] of columns) {
    if (notNull && !hasDefault && row[column] === undefined) throw new Error(`the sample of ${name} lacks ${column}`);
  }
  return row;
}

/** That row after all that it hangs on, but for tenants, which a world makes itself. */
export function withParents(declared: Declared, n: number, tenant: string): PlacedRow[] {
  const placed = new Map<Declared, Row>();
  const place = (one: Declared): void => {
    if (one.wall === 'id' || placed.has(one)) return;
    for (const key of getTableConfig(one.table).foreignKeys) {
      const parent = declaredTables.get(getTableName(key.reference().foreignTable));
      if (parent && parent !== one) place(parent);
    }
    placed.set(one, sampleRow(one, n, tenant));
  };
  place(declared);
  return [...placed].map(([table, row]) => ({ declared: table, row }));
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function literal(column: PgColumn | undefined, value: unknown): string {
  if (value === null || value === undefined || !column) return 'null';
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'::bytea`;
  const driven = column.mapToDriverValue(value);
  return `${quoted(driven instanceof Date ? driven.toISOString() : String(driven))}::${column.getSQLType()}`;
}

/** The row's values as SQL, by column. */
export function literals(declared: Declared, row: Row): Record<string, string> {
  const columns = columnsOf(declared);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, literal(columns.get(name), value)]));
}

export function insertText(declared: Declared, row: Row): string {
  const values = literals(declared, row);
  return `insert into ${declared.name} (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`;
}
