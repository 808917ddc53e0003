import type { Group } from './behaviour.ts';
import { announcementMutants } from './mutants-announcements.sql.ts';
import { approvalMutants } from './mutants-approval.sql.ts';
import { deskMutants } from './mutants-desk.sql.ts';
import { gates, identities } from './mutants-functions.sql.ts';
import { jobMutants } from './mutants-jobs.sql.ts';
import { letterMutants } from './mutants-letters.sql.ts';

/** One mistake: statements, or a piece of a function's text replaced; `by` is how the reason begins that must be seen. */
export type Mutant = { name: string; by?: string } & ({ sql: string } | { edit: string; from: string; to: string });

const claim = `current_setting('app.tenant_id')::uuid`;
const platform = `'00000000-0000-7000-8000-000000000001'`;
const reopen = (signature: string) => `grant execute on function ${signature} to public`;

const tables: readonly Mutant[] = [
  { name: 'row security off', sql: 'alter table libraries disable row level security' },
  { name: 'FORCE off', sql: 'alter table settings no force row level security' },
  { name: 'FORCE off on tenants', sql: 'alter table tenants no force row level security' },
  { name: 'policy dropped', sql: 'drop policy wall on memberships' },
  { name: 'USING (true)', sql: 'alter policy wall on libraries using (true)' },
  { name: 'WITH CHECK (true)', sql: 'alter policy wall on domain_events with check (true)' },
  {
    name: 'second policy for the same login',
    sql: 'create policy more on settings for select to ss_tenant using (true)',
  },
  {
    name: 'second policy that reads the claim but no row',
    sql: `create policy more on libraries for select to ss_tenant using (${claim} is not null)`,
  },
  { name: 'policy for everyone', sql: 'create policy more on feature_flags using (true)' },
  {
    name: 'fail-open when unset',
    sql: `alter policy wall on libraries using (coalesce(current_setting('app.tenant_id', true), '') = '' or tenant_id = ${claim})`,
  },
  {
    name: 'a missing claim reads as nothing',
    sql: `alter policy wall on memberships using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
  },
  { name: 'a door that does not read the claim', sql: 'alter policy platform_reads on libraries using (true)' },
  {
    name: 'the platform’s door on tenants without the claim',
    sql: 'alter policy platform_all on tenants using (true) with check (true)',
  },
  {
    name: 'the platform reads what is not declared',
    sql: `create policy more on settings for select to ss_platform using (${claim} = ${platform})`,
  },
  {
    name: 'the platform writes events as a tenant',
    sql: `create policy more on domain_events for insert to ss_platform with check (${claim} = ${platform})`,
  },
  {
    name: 'the platform changes members',
    sql: `alter policy platform_reads on memberships rename to x; create policy more on memberships for update to ss_platform using (${claim} = ${platform})`,
  },
  {
    name: 'what holds for everyone may be changed',
    sql: `create policy more on settings for update to ss_tenant using (${claim} is not null and tenant_id = ${platform}) with check (true)`,
  },
  {
    name: 'everyone’s settings of everybody',
    sql: `alter policy for_everyone on settings using (${claim} is not null)`,
  },
  {
    name: 'second platform row',
    sql: `drop index tenants_one_platform; alter table tenants drop constraint tenants_platform_check`,
  },
  { name: 'the platform may suspend itself', sql: 'alter table tenants drop constraint tenants_platform_stays_check' },
  {
    name: 'table added without row security',
    sql: `create table notes (tenant_id uuid not null default ${claim}, id uuid not null default uuidv7(), primary key (tenant_id, id));
      alter table notes owner to ss_owner; grant select on notes to ss_tenant`,
  },
  {
    name: 'partition leaf open and granted',
    sql: 'alter table domain_events_2026 disable row level security; grant select on domain_events_2026 to ss_tenant',
  },
  {
    name: 'no leaf for next year',
    sql: `do $$ begin execute format('drop table domain_events_%s', extract(year from now()) + 1); end $$`,
  },
  { name: 'partition leaf without FORCE', sql: 'alter table domain_events_2027 no force row level security' },
  {
    name: 'view with its owner’s rights',
    sql: 'create view all_libraries as select * from libraries; alter view all_libraries owner to ss_owner; grant select on all_libraries to ss_tenant',
  },
  {
    name: 'materialised view',
    sql: 'create materialized view all_libraries as select * from libraries; alter materialized view all_libraries owner to ss_owner',
  },
  { name: 'consent policy dropped', sql: 'drop policy consent on memberships' },
  { name: 'leaver back without consent', sql: 'drop trigger ask_again on memberships' },
];

const keys: readonly Mutant[] = [
  {
    name: 'plain foreign key',
    sql: `alter table memberships drop constraint memberships_library_fkey; alter table libraries add constraint libraries_id_only unique (id);
      alter table memberships add constraint memberships_library_fkey foreign key (library_id) references libraries (id)`,
  },
  { name: 'foreign key dropped', sql: 'alter table memberships drop constraint memberships_library_fkey' },
  {
    name: 'UNIQUE without tenant',
    sql: 'alter table libraries drop constraint libraries_tenant_id_code_key; alter table libraries add constraint libraries_code_key unique (code)',
  },
  { name: 'unique index without tenant', sql: 'create unique index libraries_code_idx on libraries (code)' },
  { name: 'UNIQUE dropped', sql: 'alter table libraries drop constraint libraries_tenant_id_code_key' },
  { name: 'tenant_id without default', sql: 'alter table libraries alter tenant_id drop default' },
  {
    name: 'tenant_id may be null',
    sql: 'alter table settings drop constraint settings_pkey; alter table settings alter tenant_id drop not null',
  },
  { name: 'the list’s index dropped', sql: 'drop index libraries_tenant_id_name_idx' },
  { name: 'index that does not begin with the tenant', sql: 'create index libraries_city_idx on libraries (city)' },
  { name: 'platform role in a business', sql: 'alter table memberships drop constraint memberships_role_check' },
  { name: 'a business posing as the platform', sql: 'alter table memberships drop constraint memberships_tenant_fkey' },
  { name: 'a label twice', sql: 'drop index labels_tenant_id_name_key', by: 'list' },
  { name: 'any number of labels', sql: 'alter table labels drop constraint labels_place_check', by: 'list' },
  { name: 'a label that turns text round', sql: 'alter table labels drop constraint labels_name_check', by: 'list' },
  { name: 'done to one twice', sql: 'alter table bulk_rows drop constraint bulk_rows_once_key' },
  {
    name: 'a guardian without a name',
    sql: 'alter table consents drop constraint consents_guardian_check',
    by: 'list',
  },
  {
    name: 'a consent taken back twice',
    sql: 'alter table consent_withdrawals drop constraint consent_withdrawals_once_key',
  },
];

const grants: readonly Mutant[] = [
  { name: 'tenant_id updatable', sql: 'grant update (tenant_id) on libraries to ss_tenant' },
  { name: 'table-wide UPDATE', sql: 'grant update on memberships to ss_tenant' },
  { name: 'accepted_at updatable', sql: 'grant update (accepted_at) on memberships to ss_platform' },
  { name: 'a member’s library updatable', sql: 'grant update (library_id) on memberships to ss_tenant' },
  { name: 'DELETE', sql: 'grant delete on libraries to ss_tenant' },
  { name: 'a consent that was given is changed', sql: 'grant update (purpose) on consents to ss_tenant' },
  { name: 'the worker changes a student’s number', sql: 'grant update (phone) on students to ss_system' },
  { name: 'TRUNCATE', sql: 'grant truncate on settings to ss_platform' },
  { name: 'REFERENCES', sql: 'grant references on tenants to ss_tenant' },
  { name: 'MAINTAIN', sql: 'grant maintain on libraries to ss_tenant' },
  { name: 'UPDATE on events', sql: 'grant update (after) on domain_events to ss_tenant' },
  { name: 'events may choose their id', sql: 'grant insert (id) on domain_events to ss_tenant' },
  { name: 'events written table-wide', sql: 'grant insert on domain_events to ss_platform' },
  { name: 'plan limit updatable', sql: 'grant update (max_libraries) on tenants to ss_platform' },
  { name: 'a tenant changes its own row', sql: 'grant update (name, status) on tenants to ss_tenant' },
  {
    name: 'default privileges on tables',
    sql: 'alter default privileges for role ss_owner grant select on tables to ss_tenant',
  },
  {
    name: 'default privileges on functions',
    sql: 'alter default privileges for role ss_gate grant execute on functions to public',
  },
  { name: 'users readable', sql: 'grant select (name) on users to ss_tenant' },
  { name: 'sessions readable', sql: 'grant select on sessions to ss_platform' },
  {
    name: 'tokens readable',
    sql: 'grant select on one_time_tokens to ss_auth; grant usage on schema public to ss_auth',
  },
  { name: 'ss_auth reads a table', sql: 'grant usage on schema public to ss_auth; grant select on tenants to ss_auth' },
  { name: 'identity may change roles', sql: 'grant update (role) on memberships to ss_identity' },
  { name: 'identity may enable people', sql: 'grant update (active) on users to ss_identity' },
  { name: 'the gate reads password hashes', sql: 'grant select (password_hash) on users to ss_gate' },
  { name: 'the gate writes sessions', sql: 'grant update (ended_at) on sessions to ss_gate' },
  { name: 'grant handed on', sql: 'grant select on libraries to ss_tenant with grant option' },
];

const roles: readonly Mutant[] = [
  { name: 'tenant login in ss_owner', sql: 'grant ss_owner to ss_tenant' },
  { name: 'tenant login in ss_gate', sql: 'grant ss_gate to ss_tenant' },
  { name: 'auth login in ss_identity', sql: 'grant ss_identity to ss_auth' },
  { name: 'BYPASSRLS', sql: 'alter role ss_tenant bypassrls' },
  { name: 'superuser', sql: 'alter role ss_platform superuser' },
  { name: 'INHERIT', sql: 'alter role ss_tenant inherit' },
  { name: 'CREATEROLE', sql: 'alter role ss_auth createrole' },
  { name: 'owns a table', sql: 'alter table libraries owner to ss_tenant' },
  { name: 'extensions shown to a login', sql: 'grant usage on schema ext to ss_tenant' },
  { name: 'an extension in public', sql: 'alter extension pg_trgm set schema public' },
  { name: 'set_config given back', sql: reopen('set_config(text, text, boolean)') },
  {
    name: 'TEMP given back',
    sql: "do $$ begin execute format('grant temporary on database %I to ss_tenant', current_database()); end $$",
  },
  { name: 'CREATE in public given back', sql: 'grant create on schema public to ss_tenant' },
  {
    name: 'CREATE in the database',
    sql: "do $$ begin execute format('grant create on database %I to ss_platform', current_database()); end $$",
  },
  { name: 'DO given back', sql: 'grant usage on language plpgsql to public' },
  { name: 'activity given back', sql: reopen('pg_stat_get_activity(integer)') },
  { name: 'cancel given back', sql: reopen('pg_cancel_backend(integer)') },
  { name: 'terminate given back', sql: reopen('pg_terminate_backend(integer, bigint)') },
  { name: 'large objects given back', sql: `${reopen('lo_create(oid)')}; ${reopen('lo_from_bytea(oid, bytea)')}` },
  { name: 'advisory locks given back', sql: reopen('pg_advisory_xact_lock(bigint)') },
  { name: 'notify given back', sql: reopen('pg_notify(text, text)') },
  { name: 'log messages given back', sql: reopen('pg_logical_emit_message(boolean, text, text, boolean)') },
  { name: 'queries inside xml given back', sql: reopen('query_to_xml(text, boolean, boolean, text)') },
  { name: 'ts_stat given back', sql: reopen('ts_stat(text)') },
  {
    name: 'locks without the claim in the key',
    edit: 'wall.lock',
    from: `current_setting('app.tenant_id')::uuid::text || ':' || key`,
    to: 'key',
  },
  {
    name: 'tries without the claim in the key',
    edit: 'wall.try_lock',
    from: `current_setting('app.tenant_id')::uuid::text || ':' || key`,
    to: 'key',
  },
  { name: 'guard table gone', sql: 'drop table wall.guard' },
  { name: 'guard not granted', sql: 'revoke select (closed) on wall.guard from ss_auth' },
  { name: 'a setting stored for a role', sql: `alter role ss_tenant set app.tenant_id = ${platform}` },
  {
    name: 'a setting stored for a role in this database',
    sql: `do $$ begin execute format('alter role ss_auth in database %I set search_path = x', current_database()); end $$`,
  },
  {
    name: 'no bound on a statement',
    sql: `do $$ begin execute format('alter database %I reset statement_timeout', current_database()); end $$`,
  },
  {
    name: 'keys of today forgotten',
    edit: 'identity.tidy',
    from: ` and x.created_at < now() - interval '1 day'`,
    to: '',
  },
];

// What neither a rule nor a behaviour looked at once.
const blindSpots: readonly Mutant[] = [
  {
    name: 'a granted overload of an identity function',
    sql: `create function identity.invite(mail text) returns uuid language sql security definer
        set search_path = pg_catalog, pg_temp as 'select gen_random_uuid()';
      alter function identity.invite(text) owner to ss_identity; grant execute on function identity.invite(text) to ss_tenant`,
    by: 'rule: no function has a second one of its name (identity.invite(text)',
  },
  {
    name: 'an undeclared overload that the auth login may run',
    sql: `create function identity.tidy(days integer) returns integer language sql security definer
        set search_path = pg_catalog, pg_temp as 'select 1';
      alter function identity.tidy(integer) owner to ss_identity; grant execute on function identity.tidy(integer) to ss_auth`,
    by: 'list: not declared, functions: identity.tidy(integer)',
  },
  {
    name: 'a rewrite rule',
    sql: 'create rule quiet as on insert to libraries do instead nothing',
    by: 'rule: nothing rewrites a statement (libraries quiet)',
  },
  {
    name: 'another default',
    sql: `alter table libraries alter status set default 'inactive'`,
    by: `list: not declared, columns: libraries.status text not null default 'inactive'`,
  },
  {
    name: 'another type of a column',
    sql: 'alter table libraries alter phone type varchar(20)',
    by: 'list: not declared, columns: libraries.phone character varying(20)',
  },
  {
    name: 'another collation of a column',
    sql: 'alter table libraries alter city type text collate "C"',
    by: 'list: not declared, columns: libraries.city text collate "C" not null',
  },
  {
    name: 'a column that ends in _id without a key',
    sql: 'alter table libraries add floor_id uuid',
    by: 'rule: a column that ends in _id has a key, or its table says why not (libraries.floor_id',
  },
  {
    name: 'fail-open under a kept plan',
    sql: `create function wall.kept_claim() returns uuid language sql immutable as $$ select ${claim} $$;
      grant execute on function wall.kept_claim() to ss_tenant, ss_platform;
      alter policy wall on libraries using (tenant_id = wall.kept_claim())`,
    by: 'behaviour: libraries: a kept plan follows the claim (ss_tenant reads libraries by the plan of another claim',
  },
  {
    name: 'one tenant’s claim reads the whole table',
    sql: 'drop policy one_tenant on libraries',
    by: 'behaviour: libraries: one tenant is reached along an index (ss_platform reads all of libraries',
  },
  {
    name: 'a restriction that leaves a tenant out',
    sql: `alter policy one_tenant on domain_events using (tenant_id > ${claim})`,
    by: 'rule: restrictions are the known ones (domain_events.one_tenant',
  },
  {
    name: 'the platform hears of students',
    sql: 'drop policy unseen on domain_events',
    by: 'behaviour: domain_events: the platform hears nothing of students (the platform hears',
  },
  {
    name: 'the platform reads students',
    sql: 'grant select on students to ss_platform',
    by: 'rule: whom a library knows is no business of the platform (SELECT on public.students to ss_platform',
  },
];

/** By the behaviours that should see them first. */
export const mutants: ReadonlyArray<readonly [Group, readonly Mutant[]]> = [
  ['tables', [...tables, ...keys, ...blindSpots]],
  ['grants', grants],
  ['roles', roles],
  ['gate', gates],
  ['jobs', jobMutants],
  ['announcements', announcementMutants],
  ['approval', approvalMutants],
  ['jobs', deskMutants],
  ['identity', letterMutants],
  ['identity', identities],
];
