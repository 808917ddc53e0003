import { getTableConfig } from 'drizzle-orm/pg-core';
import { everyTable } from '../every-table.ts';
import type { Declared } from '../schema/declaration.ts';
import { columnsOf, literals, sampleRow } from '../testing/samples.ts';
import type { Random } from './random.ts';

export const kinds = ['select', 'join', 'insert', 'update', 'upsert', 'cte', 'returning', 'forbidden'] as const;
export type Kind = (typeof kinds)[number];

export interface Statement {
  kind: Kind;
  text: string;
  /** The platform's rows of this table are for everyone to read. */
  everyone: boolean;
}

interface Table {
  name: string;
  tenant: string;
  key: string;
  /** A row to insert; the number makes it new, and some numbers come again, so that upserts meet a row. */
  row: (n: number, tenant: string, random: Random) => Record<string, string>;
  conflict: string | null;
  /** What may be set, each with a value of the table's sample. */
  set: (n: number, random: Random) => string[];
  adds: boolean;
  changes: boolean;
  everyone: boolean;
}

export interface Ids {
  own: string;
  foreign: string[];
  ownRows: Readonly<Record<string, readonly string[]>>;
  foreignRows: Readonly<Record<string, readonly string[]>>;
}

/** Rows hang on rows of these numbers, which stand there before. */
export const parents = 400;
const repeated = 40;

function tableOf(declared: Declared): Table {
  const { name, wall, logins, table } = declared;
  const { adds = [], changes = [] } = logins.ss_tenant ?? {};
  const columns = columnsOf(declared);
  const uniques = getTableConfig(table).uniqueConstraints.map((one) => one.columns.map((column) => column.name));
  const given = (column: string) => column !== wall && column !== 'id' && (adds === true || adds.includes(column));
  const free = changes.filter((column) => !uniques.flat().includes(column));
  return {
    name,
    tenant: wall ?? '',
    key: columns.has('key') ? 'key' : 'id',
    row: (n, tenant, random) => {
      const number = random.next() < 0.5 ? repeated + n : random.below(repeated);
      const values = literals(declared, sampleRow(declared, number, tenant, number % parents));
      return Object.fromEntries(Object.entries(values).filter(([column]) => given(column)));
    },
    conflict: columns.has('key') ? '(tenant_id, key)' : uniques[0] ? `(${uniques[0].join(', ')})` : null,
    set: (n, random) => {
      const values = literals(declared, sampleRow(declared, n + random.below(repeated), ''));
      return free.map((column) => {
        const kept = `${name}.${column}`;
        return `${column} = ${column === 'version' ? `${kept} + 1` : (values[column] ?? kept)}`;
      });
    },
    adds: adds === true || adds.length > 0,
    changes: free.length > 0,
    everyone: logins.ss_tenant?.reads === 'own and for everyone',
  };
}

// Of a table that this login is not let to at all no wall would be missed.
const all = (await everyTable()).filter(({ wall, logins }) => wall !== null && logins.ss_tenant).map(tableOf);
const insertable = all.filter(({ adds }) => adds);
const changeable = all.filter(({ adds, changes, conflict }) => adds && changes && conflict !== null);

export const walledTables = all.map((table) => ({ name: table.name, tenant: table.tenant }));

/** A condition that is often wide, sometimes narrow, and now and then aims at somebody else's rows. */
function where(table: Table, ids: Ids, random: Random, alias = ''): string {
  const at = alias ? `${alias}.` : '';
  const [own, foreign] = [ids.ownRows[table.name], ids.foreignRows[table.name]];
  return random.pick([
    '',
    '',
    ` where ${at}${table.key} is not null`,
    ` where ${at}${table.tenant} in ('${ids.own}', '${random.pick(ids.foreign)}')`,
    ` where ${at}${table.tenant} = '${random.pick(ids.foreign)}' or true`,
    ` where ${at}${table.tenant} = '${random.next() < 0.8 ? ids.own : random.pick(ids.foreign)}'`,
    own && foreign ? ` where ${at}${table.key} in ('${random.pick(own)}', '${random.pick(foreign)}')` : '',
    ` where exists (select 1 from ${random.pick(all).name})`,
  ]);
}

const listOf = (table: Table, alias = '') => `${alias ? `${alias}.` : ''}${table.tenant} as tenant_id`;

function insertion(table: Table, n: number, ids: Ids, random: Random): string {
  // Now and then it would hang on another tenant's rows.
  const row = table.row(n, random.next() < 0.05 ? random.pick(ids.foreign) : ids.own, random);
  // Naming the tenant, one's own or another's, is what the check of the wall is for.
  const named = random.next();
  if (named < 0.12) row[table.tenant] = `'${random.pick(ids.foreign)}'`;
  else if (named < 0.3) row[table.tenant] = `'${ids.own}'`;
  return `insert into ${table.name} (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
}

function change(table: Table, n: number, ids: Ids, random: Random): string {
  const sets = table.set(n, random);
  const set = random.next() < 0.05 ? `${table.tenant} = '${random.pick(ids.foreign)}'` : random.pick(sets);
  return `update ${table.name} set ${set}${where(table, ids, random)}`;
}

function joining(ids: Ids, random: Random): string {
  const [left, right] = [random.pick(all), random.pick(all)];
  const kind = random.pick(['join', 'left join', 'full join']);
  const on = random.pick([
    `a.${left.tenant} = b.${right.tenant}`,
    `a.${left.tenant} is not distinct from b.${right.tenant}`,
  ]);
  const cross = random.next() < 0.3;
  const from = cross ? `${left.name} a cross join ${right.name} b` : `${left.name} a ${kind} ${right.name} b on ${on}`;
  return `select ${listOf(left, 'a')}, b.${right.tenant} as tenant_id_2 from ${from}${where(left, ids, random, 'a')} limit 30`;
}

function withQuery(n: number, ids: Ids, random: Random): string {
  const table = random.pick(changeable);
  const inner = random.pick([
    () => `${change(table, n, ids, random)} returning *`,
    () => `${insertion(table, n, ids, random)} returning *`,
    () => `select * from ${table.name}${where(table, ids, random)} limit 30`,
  ])();
  return `with x as (${inner}) select tenant_id from x union all select id as tenant_id from tenants`;
}

function upsert(n: number, ids: Ids, random: Random): string {
  const table = random.pick(changeable);
  const set = random.pick(table.set(n, random));
  return `${insertion(table, n, ids, random)} on conflict ${table.conflict} do update set ${set} returning ${listOf(table)}`;
}

function forbidden(ids: Ids, random: Random): string {
  const table = random.pick(all);
  return random.pick([
    `delete from ${table.name}`,
    `truncate ${table.name}`,
    'select * from users',
    'select * from sessions',
    'select * from one_time_tokens',
    'select * from domain_events_2026',
    `update tenants set plan = 'enterprise' where id = '${random.pick(ids.foreign)}'`,
    `insert into feature_flags (tenant_id, key, enabled) values ('${random.pick(ids.foreign)}', 'x', true)`,
    "update domain_events set name = 'library.gone'",
  ]);
}

export function statement(n: number, ids: Ids, random: Random): Statement {
  const kind = random.pick<Kind>([
    ...([
      'select',
      'select',
      'select',
      'select',
      'join',
      'join',
      'insert',
      'insert',
      'update',
      'update',
      'update',
    ] as const),
    ...(['upsert', 'upsert', 'cte', 'cte', 'returning', 'returning'] as const),
    random.next() < 0.5 ? 'forbidden' : 'select',
  ]);
  const table = random.pick(kind === 'select' ? all : kind === 'insert' ? insertable : changeable);
  const make: Record<Kind, () => string> = {
    select: () => `select ${listOf(table)} from ${table.name}${where(table, ids, random)} limit 50`,
    join: () => joining(ids, random),
    insert: () => insertion(table, n, ids, random),
    update: () => change(table, n, ids, random),
    upsert: () => upsert(n, ids, random),
    cte: () => withQuery(n, ids, random),
    returning: () =>
      `${random.next() < 0.5 ? change(table, n, ids, random) : insertion(table, n, ids, random)} returning ${listOf(table)}`,
    forbidden: () => forbidden(ids, random),
  };
  const built = make[kind]();
  return { kind, text: built, everyone: all.some((each) => each.everyone && built.includes(` ${each.name}`)) };
}
