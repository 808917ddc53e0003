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
  /** A row to insert; the number makes it new. */
  row?: (n: number, random: Random) => Record<string, string>;
  conflict?: string;
  set?: (n: number, random: Random) => string[];
  everyone?: boolean;
}

export interface Ids {
  own: string;
  foreign: string[];
  ownRows: string[];
  foreignRows: string[];
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const hours = `'[null,null,null,null,null,null,null]'::jsonb`;
const cities = ['Jaipur', 'Ajmer', 'Pune', 'Nagpur', 'Patna'];
const rights = ["'{}'", "'{libraries:read}'", "'{staff:read,staff:invite}'"];

const libraries: Table = {
  name: 'libraries',
  tenant: 'tenant_id',
  key: 'id',
  conflict: '(tenant_id, code)',
  row: (n, random) => ({
    name: text(`Library ${n}`),
    // Some codes come again, so that upserts meet a row.
    code: text(`c${random.next() < 0.5 ? n : random.below(40)}`),
    address: "'1 Road'",
    city: text(random.pick(cities)),
    state: "'Bihar'",
    pincode: "'800001'",
    capacity: String(1 + random.below(500)),
    hours,
  }),
  set: (n, random) => [
    `name = ${text(`Renamed ${n}`)}`,
    `city = ${text(random.pick(cities))}`,
    `capacity = ${1 + random.below(500)}`,
    `status = ${text(random.pick(['active', 'inactive', 'under_maintenance']))}`,
    'version = version + 1',
  ],
};

const memberships: Table = {
  name: 'memberships',
  tenant: 'tenant_id',
  key: 'id',
  conflict: '(tenant_id, user_id)',
  row: (n, random) => ({
    user_id: `md5('${random.next() < 0.5 ? n : random.below(30)}')::uuid`,
    role: text(random.pick(['owner', 'manager', 'staff'])),
    name: text(`Member ${n}`),
    email: text(`m${n}@example.test`),
  }),
  set: (_, random) => [
    `role = ${text(random.pick(['manager', 'staff']))}`,
    `added = ${random.pick(rights)}`,
    `removed = ${random.pick(rights)}`,
    'version = version + 1',
  ],
};

const settings: Table = {
  name: 'settings',
  tenant: 'tenant_id',
  key: 'key',
  conflict: '(tenant_id, key)',
  everyone: true,
  row: (n, random) => ({ key: text(`k${random.next() < 0.5 ? n : random.below(30)}`), value: `'${n}'::jsonb` }),
  set: (n) => [`value = '${n}'::jsonb`, 'version = version + 1'],
};

const idempotencyKeys: Table = {
  name: 'idempotency_keys',
  tenant: 'tenant_id',
  key: 'key',
  conflict: '(tenant_id, key)',
  row: (n, random) => ({
    key: text(`i${random.next() < 0.5 ? n : random.below(30)}`),
    procedure: "'libraries.create'",
    body_hash: `decode(md5('${n}'), 'hex')`,
  }),
  set: (n) => [`response = '{"n":${n}}'::jsonb`],
};

const domainEvents: Table = {
  name: 'domain_events',
  tenant: 'tenant_id',
  key: 'id',
  row: (n) => ({ name: "'library.changed'", subject_kind: "'library'", subject_id: text(String(n)) }),
};

const tenants: Table = { name: 'tenants', tenant: 'id', key: 'id' };
const featureFlags: Table = { name: 'feature_flags', tenant: 'tenant_id', key: 'key', everyone: true };

const all = [libraries, memberships, settings, idempotencyKeys, domainEvents, tenants, featureFlags];
const insertable = [libraries, memberships, settings, idempotencyKeys, domainEvents];
const changeable = [libraries, memberships, settings, idempotencyKeys];

export const walledTables = all.map((table) => ({ name: table.name, tenant: table.tenant }));

/** A condition that is often wide, sometimes narrow, and now and then aims at somebody else's rows. */
function where(table: Table, ids: Ids, random: Random, alias = ''): string {
  const at = alias ? `${alias}.` : '';
  const byId = table.key === 'id' && table !== tenants;
  return random.pick([
    '',
    '',
    ` where ${at}${table.key} is not null`,
    ` where ${at}${table.tenant} in ('${ids.own}', '${random.pick(ids.foreign)}')`,
    ` where ${at}${table.tenant} = '${random.pick(ids.foreign)}' or true`,
    ` where ${at}${table.tenant} = '${random.next() < 0.8 ? ids.own : random.pick(ids.foreign)}'`,
    byId ? ` where ${at}id in ('${random.pick(ids.ownRows)}', '${random.pick(ids.foreignRows)}')` : '',
    ` where exists (select 1 from ${random.pick(all).name})`,
  ]);
}

const listOf = (table: Table, alias = '') => `${alias ? `${alias}.` : ''}${table.tenant} as tenant_id`;

function insertion(table: Table, n: number, ids: Ids, random: Random): string {
  const row = table.row?.(n, random) ?? {};
  // Naming the tenant, one's own or another's, is what the check of the wall is for.
  const named = random.next();
  if (named < 0.12) row[table.tenant] = `'${random.pick(ids.foreign)}'`;
  else if (named < 0.3) row[table.tenant] = `'${ids.own}'`;
  return `insert into ${table.name} (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
}

function change(table: Table, n: number, ids: Ids, random: Random): string {
  const sets = table.set?.(n, random) ?? [];
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
  return `with x as (${inner}) select tenant_id from x union all select ${listOf(tenants)} from tenants`;
}

function upsert(n: number, ids: Ids, random: Random): string {
  const table = random.pick(changeable);
  const set = random.pick(table.set?.(n, random) ?? []).replace('version = version', `version = ${table.name}.version`);
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
