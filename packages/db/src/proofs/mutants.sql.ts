import type { Group } from './behaviour.ts';

/** One mistake: statements, or a piece of a function's text replaced. */
export type Mutant = { name: string } & ({ sql: string } | { edit: string; from: string; to: string });

const claim = `current_setting('app.tenant_id')::uuid`;
const platform = `'00000000-0000-7000-8000-000000000001'`;
const reopen = (signature: string) => `grant execute on function ${signature} to public`;
const gate = (name: string, from: string, to: string): Mutant => ({
  name: `gate: ${name}`,
  edit: 'wall.enter',
  from,
  to,
});
const identity = (name: string, fn: string, from: string, to: string): Mutant => ({
  name: `identity: ${name}`,
  edit: `identity.${fn}`,
  from,
  to,
});

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
];

const grants: readonly Mutant[] = [
  { name: 'tenant_id updatable', sql: 'grant update (tenant_id) on libraries to ss_tenant' },
  { name: 'table-wide UPDATE', sql: 'grant update on memberships to ss_tenant' },
  { name: 'accepted_at updatable', sql: 'grant update (accepted_at) on memberships to ss_platform' },
  { name: 'a member’s library updatable', sql: 'grant update (library_id) on memberships to ss_tenant' },
  { name: 'DELETE', sql: 'grant delete on libraries to ss_tenant' },
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
    edit: 'wall.forget_keys',
    from: ` and k.created_at < now() - interval '1 day'`,
    to: '',
  },
];

const gates: readonly Mutant[] = [
  gate('secret not checked', 's.secret_hash is distinct from enter.secret_hash and (', 'false and ('),
  gate('no secret passes', ' or enter.secret_hash is null', ''),
  gate(
    'previous secret good for ever',
    '(s.confirmed_at is not null and (now() < s.previous_until) is not true)',
    'false',
  ),
  gate('previous secret never good', 's.previous_hash is distinct from enter.secret_hash', 'true'),
  gate(
    'previous secret good before confirmation only',
    's.confirmed_at is not null and (now() < s.previous_until) is not true',
    's.confirmed_at is not null',
  ),
  gate(
    'previous secret good for the grace only',
    's.confirmed_at is not null and (now() < s.previous_until) is not true',
    '(now() < s.previous_until) is not true',
  ),
  gate('ended session', 's.ended_at is not null or', ''),
  gate('idle time', 'now() < s.idle_ends_at and', ''),
  gate('thirty days', ' and now() < s.ends_at', ''),
  gate('access time', '(now() < s.access_ends_at) is not true', 'false'),
  gate('claim', 's.for_tenant is distinct from claim', 'false'),
  gate('claim compared with <>', 's.for_tenant is distinct from claim', 's.for_tenant <> claim'),
  gate(
    'claim from the session',
    "claim uuid := current_setting('app.tenant_id')::uuid;",
    'claim uuid := (select x.for_tenant from public.sessions x where x.id = enter.session);',
  ),
  gate('portal', 's.portal is distinct from enter.portal', 'false'),
  gate('portal compared with <>', 's.portal is distinct from enter.portal', 's.portal <> enter.portal'),
  gate('portal against kind', `(t.kind = 'platform') is distinct from (s.portal = 'admin')`, 'false'),
  gate('login against kind', `(t.kind = 'platform') is distinct from (session_user = 'ss_platform')`, 'false'),
  gate('user active', 'u.active is not true', 'false'),
  gate('removed member', ' or m.removed_at is not null', ''),
  gate('invitation not accepted', 'm.accepted_at is null or ', ''),
  gate('membership of any tenant', 'x.tenant_id = claim and x.user_id', 'x.user_id'),
  gate('library of the claim', 'm.library_id is distinct from enter.library', 'false'),
  gate('bound member on the members’ login', 'm.library_id is not null or ', ''),
  gate('deleted tenant', ' or t.deleted_at is not null', ''),
  gate('suspended tenant', `t.status = 'suspended'`, 'false'),
  gate('expired tenant', `t.status = 'expired'`, 'false'),
  gate('trial over', `(t.status = 'trial' and t.trial_ends_at <= now())`, 'false'),
  gate('subscription over', `(t.status = 'active' and t.subscription_ends_at <= now())`, 'false'),
  gate('expired may do anything', 'enter.even_expired is not true and', 'false and'),
  gate(
    'expired may do anything when asked with null',
    'enter.even_expired is not true and',
    'not enter.even_expired and',
  ),
  gate('expired may not even pay', 'enter.even_expired is not true and', ''),
  gate('role', 'm.role = any (enter.roles) or', 'true or'),
  gate('role refused', 'm.role = any (enter.roles) or', 'false or'),
  gate('added permission', ' or enter.permission = any (m.added)', ''),
  gate('any added permission', 'enter.permission = any (m.added)', 'cardinality(m.added) > 0'),
  gate('removed permission', 'enter.permission = any (m.removed)', 'false'),
  gate('NULL permission passes', 'enter.permission is null or ', ''),
  gate(
    'NULL roles pass',
    '(m.role = any (enter.roles) or enter.permission = any (m.added)) is not true',
    'not (m.role = any (enter.roles) or enter.permission = any (m.added))',
  ),
  gate('returns in place of raising', `raise exception using errcode = 'S1001', message = 'no session';`, 'return;'),
  gate('returns in place of refusing', `raise exception using errcode = 'S1004', message = 'not allowed';`, 'return;'),
  gate('confirms at first sight', '\n    and now() >= s.confirm_after', ''),
  gate('confirms by the previous secret', 'confirm := s.secret_hash = enter.secret_hash and', 'confirm := '),
  { name: 'gate: search_path not fixed', sql: 'alter function wall.enter reset search_path' },
  { name: 'gate: owned by a superuser', sql: 'alter function wall.enter owner to current_user' },
  { name: 'gate: executable by all', sql: 'grant execute on function wall.enter to public' },
  { name: 'gate: executable by ss_auth', sql: 'grant execute on function wall.enter to ss_auth' },
  { name: 'gate: with its caller’s rights', sql: 'alter function wall.enter security invoker' },
];

const identities: readonly Mutant[] = [
  identity('secret not checked', 'caller', `identity.secret_state(s, caller.secret_hash) = 'stale'`, 'false'),
  identity('portal not checked', 'caller', 's.portal is distinct from caller.portal', 'false'),
  identity('ended session', 'caller', ' or s.ended_at is not null', ''),
  identity('access time', 'caller', '(now() < s.access_ends_at) is not true', 'false'),
  identity('disabled person', 'caller', 'active is not true', 'false'),
  identity(
    'no secret counts as current',
    'secret_state',
    `when hash is null then 'stale'`,
    `when hash is null then 'current'`,
  ),
  identity(
    'previous secret good for ever',
    'secret_state',
    '(s.confirmed_at is null or now() < s.previous_until)',
    'true',
  ),
  identity('choices of everyone', 'fitting', 'm.user_id = fitting.person and ', ''),
  identity('open invitations are choices', 'fitting', 'm.accepted_at is not null and ', ''),
  identity('removed memberships are choices', 'fitting', 'm.removed_at is null and ', ''),
  identity('choices of the other portal', 'fitting', `(t.kind = 'platform') = (fitting.portal = 'admin')`, 'true'),
  identity(
    'any tenant may be chosen',
    'choose_tenant',
    `raise exception using errcode = 'S1001', message = 'not a member';`,
    'chosen := row(tenant, null::uuid);',
  ),
  identity('rename touches others', 'update_person', 'm.user_id = s.user_id and ', ''),
  identity('rename reaches open invitations', 'update_person', 'm.accepted_at is not null and ', ''),
  identity('an open invitation is told', 'tell', 'm.accepted_at is not null and ', ''),
  identity(
    'a stranger’s mail in the trail',
    'sign_in_failed',
    `values ('00000000-0000-7000-8000-000000000001', 'person.sign_in_failed', 'person', 'unknown', facts)`,
    `values ('00000000-0000-7000-8000-000000000001', 'person.sign_in_failed', 'person', email, facts)`,
  ),
  { name: 'identity: find_login open to ss_tenant', sql: 'grant execute on function identity.find_login to ss_tenant' },
  { name: 'identity: inner part open', sql: 'grant execute on function identity.set_password to ss_auth' },
  identity(
    'session on a stale password',
    'start_session',
    'u.password_hash is distinct from start_session.password_hash',
    'false',
  ),
  identity('session for a disabled person', 'start_session', 'u.active is not true', 'false'),
  identity('old session kept at sign-in', 'start_session', 'where x.id = old_session and', 'where false and'),
  identity(
    'refresh without minimum age',
    'rotate',
    '\n      and at >= s.rotated_at + make_interval(secs => minimum_age_seconds)',
    '',
  ),
  identity(
    'thirty days pushed by rotation',
    'rotate',
    'idle_ends_at = least(at',
    'ends_at = s.ends_at + make_interval(days => 1), idle_ends_at = least(at',
  ),
  identity(
    'strict reuse: lost answers sign out',
    'rotate',
    '(s.confirmed_at is null or at < s.previous_until)',
    'at < s.previous_until',
  ),
  identity(
    'no reuse check',
    'rotate',
    `outcome := 'reuse';\n    perform identity.end_reused(s);`,
    `outcome := 'kept';`,
  ),
  identity(
    'reuse without an end',
    'end_reused',
    `update public.sessions x set ended_at = now(), end_reason = 'reuse' where x.id = s.id;`,
    '',
  ),
  identity('confirmed at first sight', 'confirm', ' and now() >= s.confirm_after', ''),
  identity(
    'confirmed by the previous secret',
    'confirm',
    's.secret_hash = confirm.secret_hash',
    'confirm.secret_hash in (s.secret_hash, s.previous_hash)',
  ),
  identity('ends sessions of others', 'end_other_session', ' and x.user_id = s.user_id', ''),
  identity(
    'signs out without the secret',
    'end_session',
    '\n      and end_session.secret_hash in (s.secret_hash, s.previous_hash)',
    '',
  ),
  identity(
    'changed password keeps sessions',
    'set_password',
    `perform identity.end_all(person, keep, 'password');`,
    '',
  ),
  identity('everyone’s password', 'set_password', ' where u.id = person', ''),
  identity('a token works twice', 'take_token', ' and x.used_at is null', ''),
  identity('a token works for ever', 'take_token', ' and now() < x.expires_at', ''),
  identity('a token of any purpose', 'take_token', 'x.purpose = wanted and ', ''),
  identity('other links live after a reset', 'set_password', 'and k.used_at is null', 'and false'),
  identity('an invitation works twice', 'accept_invitation', 'm.accepted_at is null and ', ''),
  identity('a withdrawn invitation works', 'accept_invitation', ' and m.removed_at is null', ''),
  identity(
    'an invitation sets a known person’s password',
    'accept_invitation',
    'coalesce(x.password_hash, accept_invitation.password_hash)',
    'coalesce(accept_invitation.password_hash, x.password_hash)',
  ),
  identity(
    'invite without claim',
    'invite',
    `claim uuid := current_setting('app.tenant_id')::uuid;`,
    `claim uuid := ${platform};`,
  ),
  identity(
    'an invitation renames a person',
    'invite',
    'on conflict do nothing',
    'on conflict (email) do update set name = excluded.name',
  ),
  { name: 'identity: the id tells when a person was made', sql: 'alter table users alter id set default uuidv7()' },
  identity('a tenant mails any member', 'mail_to_member', 'x.tenant_id = claim and ', ''),
  identity(
    'reset that a tenant can receive',
    'mail_to_member',
    `jsonb_build_object('name', u.name,`,
    `jsonb_build_object('hash', encode(token_hash, 'hex'), 'name', u.name,`,
  ),
  {
    name: 'identity: a tenant makes reset tokens',
    sql: 'grant execute on function identity.make_token_for_mail to ss_tenant',
  },
  identity(
    'an address taken from another',
    'make_token_for_session',
    'exists (select from public.users x where x.email = wanted)',
    'false',
  ),
  identity('housekeeping removes what lives', 'prune', `k.expires_at < now() - interval '1 day'`, 'true'),
];

/** By the behaviours that should see them first. */
export const mutants: ReadonlyArray<readonly [Group, readonly Mutant[]]> = [
  ['tables', [...tables, ...keys]],
  ['grants', grants],
  ['roles', roles],
  ['gate', gates],
  ['identity', identities],
];
