export const TENANTS = 100;
export const ROWS_PER_TENANT = 5_000;

/** Stands in every row of that tenant and in no other's. */
export const markOf = (number: number): string => `T${String(number).padStart(3, '0')}-`;

/** The list that all three sides ask for; only the filter differs. */
export const listColumns = 'id, name, code, city, phone, capacity, status, created_at, updated_at';
export const listOrder = 'order by created_at desc, id desc limit 20';

export const makeItems = `
  create table bench_items (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    name text not null,
    code text not null,
    city text not null,
    phone text not null,
    capacity integer not null,
    status text not null check (status in ('active', 'inactive', 'under_maintenance')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint bench_items_pkey primary key (tenant_id, id)
  )`;

export const indexItems = 'create index bench_items_list on bench_items (tenant_id, created_at desc, id desc)';

/** $1: the tenants' ids in the order of their numbers. */
export const fillItems = `
  insert into bench_items (tenant_id, id, name, code, city, phone, capacity, status, created_at, updated_at)
  select t.id, gen_random_uuid(), 'Gyan Reading Hall ' || n, 'T' || lpad((t.number - 1)::text, 3, '0') || '-' || n,
    (array['Jaipur', 'Ajmer', 'Pune', 'Nagpur', 'Patna'])[1 + n % 5], '+9198' || lpad(n::text, 8, '0'), 20 + n % 180,
    (array['active', 'active', 'inactive', 'under_maintenance'])[1 + n % 4],
    timestamptz '2026-01-01' + n * interval '97 seconds', timestamptz '2026-06-01' + n * interval '61 seconds'
  from generate_series(1, ${ROWS_PER_TENANT}) n
  cross join unnest($1::uuid[]) with ordinality as t (id, number)`;

/** The same wall as every tenant table has: see packages/db. */
export const wallItems = [
  'alter table bench_items enable row level security',
  'alter table bench_items force row level security',
  `create policy wall on bench_items to ss_tenant, ss_owner
    using (tenant_id = current_setting('app.tenant_id')::uuid)
    with check (tenant_id = current_setting('app.tenant_id')::uuid)`,
  'grant select on bench_items to ss_tenant',
];
