import { type BuildExtraConfigColumns, is, sql } from 'drizzle-orm';
import {
  PgColumn,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

// Under the wall: the claim fills the column and a missing claim is an error.
const tenantId = () => uuid('tenant_id').notNull().default(sql`current_setting('app.tenant_id')::uuid`);

const owned = () => ({
  tenantId: tenantId(),
  id: uuid('id').notNull().default(sql`uuidv7()`),
});

const named = () => ({ tenantId: tenantId(), key: text('key').notNull() });

type Columns = Record<string, PgColumnBuilderBase>;
type Extra<Name extends string, C extends Columns> = (
  table: BuildExtraConfigColumns<Name, C, 'pg'>,
) => PgTableExtraConfigValue[];

function tenantKey(name: string, table: object, second: string) {
  const columns = Object.values(table).filter((column) => is(column, PgColumn));
  const find = (wanted: string) => {
    const found = columns.find((column) => column.name === wanted);
    if (!found) throw new Error(`${name} has no column ${wanted}`);
    return found;
  };
  return primaryKey({ name: `${name}_pkey`, columns: [find('tenant_id'), find(second)] });
}

/** A table of a tenant: primary key (tenant_id, id). */
export function tenantTable<Name extends string, C extends Columns>(
  name: Name,
  columns: C,
  extra: Extra<Name, ReturnType<typeof owned> & C> = () => [],
) {
  return pgTable<Name, ReturnType<typeof owned> & C>(name, { ...owned(), ...columns }, (table) => [
    tenantKey(name, table, 'id'),
    ...extra(table),
  ]);
}

/** A tenant's rows found by a name: primary key (tenant_id, key). */
export function tenantKeyTable<Name extends string, C extends Columns>(
  name: Name,
  columns: C,
  extra: Extra<Name, ReturnType<typeof named> & C> = () => [],
) {
  return pgTable<Name, ReturnType<typeof named> & C>(name, { ...named(), ...columns }, (table) => [
    tenantKey(name, table, 'key'),
    ...extra(table),
  ]);
}
