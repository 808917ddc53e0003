import { type BuildColumns, type BuildExtraConfigColumns, is, sql } from 'drizzle-orm';
import {
  foreignKey,
  PgColumn,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  type PgTableWithColumns,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { type About, declare } from './declaration.ts';

// Under the wall: the claim fills the column and a missing claim is an error.
const tenantId = () => uuid('tenant_id').notNull().default(sql`current_setting('app.tenant_id')::uuid`);

const owned = () => ({
  tenantId: tenantId(),
  id: uuid('id').notNull().default(sql`uuidv7()`),
});

const named = () => ({ tenantId: tenantId(), key: text('key').notNull() });
/** Whoever sorts its keys in a way of its own says so. */
type Named<C> = Omit<ReturnType<typeof named>, keyof C> & C;

type Builders = Record<string, PgColumnBuilderBase>;
type Names<C> = keyof C & string;
type Insert<Name extends string, C extends Builders> = PgTableWithColumns<{
  name: Name;
  schema: undefined;
  columns: BuildColumns<Name, C, 'pg'>;
  dialect: 'pg';
}>['$inferInsert'];

/** What must be given of a row: its own id and those of the rows it hangs on are found by number. */
type Sample<Row> = Partial<Row> & Pick<Row, Exclude<keyof Row, 'id' | `${string}Id`>>;

type MemberPart = 'tenant' | 'platform' | 'system';

/** Everything else about a table: its keys and checks, who may do what, what its trail keeps, one sample row. */
interface Table<Name extends string, All extends Builders, K extends string> extends About<K, Names<All>> {
  keys?: (table: BuildExtraConfigColumns<Name, All, 'pg'>) => PgTableExtraConfigValue[];
  /** Valid beside the rows of other numbers. */
  sample: (n: number, isPlatform: boolean) => Sample<Insert<Name, All>>;
}

function tenantKey(name: string, table: object, second: string) {
  const columns = Object.values(table).filter((column) => is(column, PgColumn));
  const find = (wanted: string) => {
    const found = columns.find((column) => column.name === wanted);
    if (!found) throw new Error(`${name} has no column ${wanted}`);
    return found;
  };
  return primaryKey({ name: `${name}_pkey`, columns: [find('tenant_id'), find(second)] });
}

/** A row hangs on one of another table, of its own tenant: `column` holds that one's id. */
export const hangsOn = <C extends PgColumn>(
  name: string,
  [tenant, column]: [C, C],
  other: { tenantId: PgColumn; id: PgColumn },
) => foreignKey({ name, columns: [tenant, column], foreignColumns: [other.tenantId, other.id] });

/** A table of a tenant: primary key (tenant_id, id). */
export function tenantTable<Name extends string, C extends Builders>(
  name: Name,
  columns: C,
  { keys, sample, ...about }: Table<Name, ReturnType<typeof owned> & C, Names<C>>,
) {
  const table = pgTable<Name, ReturnType<typeof owned> & C>(name, { ...owned(), ...columns }, (t) => [
    tenantKey(name, t, 'id'),
    ...(keys?.(t) ?? []),
  ]);
  declare(table, 'tenant_id', ['tenantId', 'id'], about, sample);
  return table;
}

/** A tenant's rows found by a name: primary key (tenant_id, key). */
export function tenantKeyTable<Name extends string, C extends Builders>(
  name: Name,
  columns: C,
  { keys, sample, ...about }: Table<Name, Named<C>, Exclude<Names<C>, 'key'>>,
) {
  const table = pgTable<Name, Named<C>>(name, { ...named(), ...columns }, (t) => [
    tenantKey(name, t, 'key'),
    ...(keys?.(t) ?? []),
  ]);
  declare(table, 'tenant_id', ['tenantId', 'key'], about, sample);
  return table;
}

/** The tenants themselves: under the wall with their `id`. */
export function tableOfTenants<Name extends string, C extends Builders>(
  name: Name,
  columns: C,
  { keys, sample, ...about }: Table<Name, C, Exclude<Names<C>, 'id'>>,
) {
  const table = pgTable<Name, C>(name, columns, (t) => keys?.(t) ?? []);
  declare(table, 'id', ['id'], about, sample);
  return table;
}

/** A table without the wall: no login may touch it but through the functions of its keeper, `identity` or `jobs`. */
export function keptTable<Name extends string, C extends Builders>(
  name: Name,
  columns: C,
  { keys, sample, ...about }: Omit<Table<Name, C, Names<C>>, MemberPart | 'trail' | 'restrictions'>,
) {
  const table = pgTable<Name, C>(name, columns, (t) => keys?.(t) ?? []);
  declare(table, null, [], about, sample);
  return table;
}
