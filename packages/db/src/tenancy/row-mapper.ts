import { Column, type DriverValueDecoder, getTableName, is, noopDecoder, SQL, Subquery } from 'drizzle-orm';
import { PgCustomColumn, type SelectedFieldsOrdered } from 'drizzle-orm/pg-core';

type Field = SelectedFieldsOrdered[number]['field'];
type Decode = ((value: unknown) => unknown) | null;

interface Cell {
  key: string;
  /** The objects around the value, outermost first. */
  groups: string[];
  decode: Decode;
}

/** A joined table that may be missing: null when all of its columns are. */
interface Optional {
  key: string;
  indexes: number[];
}

function decoderOf(field: Field): DriverValueDecoder<unknown, unknown> {
  if (is(field, Column)) return field;
  const sql: object = is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql;
  return Reflect.get(sql, 'decoder');
}

function findDecode(field: Field): Decode {
  const decoder = decoderOf(field);
  const plain = decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue || decoder === noopDecoder;
  // A type of our own that only names how Postgres keeps it.
  const bare = is(field, PgCustomColumn) && Reflect.get(field, 'mapFrom') === undefined;
  return plain || bare ? null : (value) => decoder.mapFromDriverValue(value);
}

// A column is the same object in every query, and to ask Drizzle what it is costs more than to read a row.
const decodes = new WeakMap<Field, Decode>();

function decodeOf(field: Field): Decode {
  const known = decodes.get(field);
  if (known !== undefined) return known;
  const found = findDecode(field);
  decodes.set(field, found);
  return found;
}

function optionals(fields: SelectedFieldsOrdered, kept: Record<string, boolean>): Optional[] {
  const found = new Map<string, { indexes: number[]; tables: Set<string> }>();
  fields.forEach(({ path, field }, index) => {
    const [key] = path;
    if (path.length !== 2 || key === undefined || !is(field, Column)) return;
    const group = found.get(key) ?? { indexes: [], tables: new Set() };
    group.indexes.push(index);
    group.tables.add(getTableName(field.table));
    found.set(key, group);
  });
  return [...found]
    .filter(([, { tables }]) => tables.size === 1 && [...tables].every((table) => !kept[table]))
    .map(([key, { indexes }]) => ({ key, indexes }));
}

function place(row: Record<string, unknown>, groups: string[]): Record<string, unknown> {
  let node = row;
  for (const group of groups) {
    const inner = (node[group] ?? {}) as Record<string, unknown>;
    node[group] = inner;
    node = inner;
  }
  return node;
}

/** Drizzle's own mapping looks up each cell's decoder again for every row; this looks once per query. */
export function rowMapper(fields: SelectedFieldsOrdered, kept: Record<string, boolean> | undefined) {
  const cells: Cell[] = fields.map(({ path, field }) => ({
    key: path.at(-1) ?? '',
    groups: path.slice(0, -1),
    decode: decodeOf(field),
  }));
  const missing = kept ? optionals(fields, kept) : [];
  return (values: readonly unknown[]): Record<string, unknown> => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (!cell) continue;
      const value = values[i];
      const node = cell.groups.length === 0 ? row : place(row, cell.groups);
      node[cell.key] = value === null || cell.decode === null ? value : cell.decode(value);
    }
    for (const { key, indexes } of missing) if (indexes.every((index) => values[index] === null)) row[key] = null;
    return row;
  };
}
