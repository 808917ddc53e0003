-- Runs as ss_owner. The wall: forced row-level security, one policy per table, the declared further doors, grants.

create table wall.guard (closed boolean);
comment on table wall.guard is 'Without a column grant here DROP OWNED BY oneself takes policies away from tables one does not own';

create table domain_events_2026 partition of domain_events
  for values from ('019b76da-a800-0000-0000-000000000000') to ('01a2ce8b-d400-0000-0000-000000000000');
create table domain_events_2027 partition of domain_events
  for values from ('01a2ce8b-d400-0000-0000-000000000000') to ('01aa263d-0000-0000-0000-000000000000');
create table domain_events_2028 partition of domain_events
  for values from ('01aa263d-0000-0000-0000-000000000000') to ('01b18314-8800-0000-0000-000000000000');
create table domain_events_other partition of domain_events default;

alter table users enable row level security;
alter table users force row level security;
alter table sessions enable row level security;
alter table sessions force row level security;
alter table one_time_tokens enable row level security;
alter table one_time_tokens force row level security;
alter table tenants enable row level security;
alter table tenants force row level security;
alter table memberships enable row level security;
alter table memberships force row level security;
alter table libraries enable row level security;
alter table libraries force row level security;
alter table settings enable row level security;
alter table settings force row level security;
alter table feature_flags enable row level security;
alter table feature_flags force row level security;
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
alter table domain_events enable row level security;
alter table domain_events force row level security;
-- Leaves inherit none of it.
alter table domain_events_2026 enable row level security;
alter table domain_events_2026 force row level security;
alter table domain_events_2027 enable row level security;
alter table domain_events_2027 force row level security;
alter table domain_events_2028 enable row level security;
alter table domain_events_2028 force row level security;
alter table domain_events_other enable row level security;
alter table domain_events_other force row level security;

-- No missing_ok and no nullif: a forgotten claim must be an error, not an empty list.
create policy wall on tenants to ss_tenant, ss_platform, ss_owner
  using (id = current_setting('app.tenant_id')::uuid)
  with check (id = current_setting('app.tenant_id')::uuid);
create policy wall on memberships to ss_tenant, ss_platform, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy wall on libraries to ss_tenant, ss_platform, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy wall on settings to ss_tenant, ss_platform, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy wall on feature_flags to ss_tenant, ss_platform, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy wall on idempotency_keys to ss_tenant, ss_platform, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy wall on domain_events to ss_tenant, ss_platform, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);

-- Further doors of the platform: each reads the claim, so that a statement that lost its gate finds them shut.
create policy platform_all on tenants to ss_platform
  using (current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001')
  with check (current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001');
create policy platform_reads on memberships for select to ss_platform
  using (current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001');
create policy platform_reads on libraries for select to ss_platform
  using (current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001');
create policy platform_reads on domain_events for select to ss_platform
  using (current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001');
create policy platform_reads on feature_flags for select to ss_platform
  using (current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001');

-- What holds for everyone: the platform's rows, for whoever has a claim.
create policy for_everyone on settings for select to ss_tenant
  using (current_setting('app.tenant_id')::uuid is not null and tenant_id = '00000000-0000-7000-8000-000000000001');
create policy for_everyone on feature_flags for select to ss_tenant
  using (current_setting('app.tenant_id')::uuid is not null and tenant_id = '00000000-0000-7000-8000-000000000001');

-- An invitation counts once accepted.
create policy consent on memberships as restrictive for insert to ss_tenant, ss_platform
  with check (accepted_at is null);

create function wall.ask_again() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.accepted_at := null;
  return new;
end $$;
create trigger ask_again before update of removed_at on memberships for each row
  when (old.removed_at is not null and new.removed_at is null)
  execute function wall.ask_again();

-- Owners without a login.
create policy gate on users for select to ss_gate using (true);
create policy gate on sessions for select to ss_gate using (true);
create policy gate on tenants for select to ss_gate using (true);
create policy gate on memberships for select to ss_gate using (true);
create policy identity on users to ss_identity using (true) with check (true);
create policy identity on sessions to ss_identity using (true) with check (true);
create policy identity on one_time_tokens to ss_identity using (true) with check (true);
create policy identity_reads on tenants for select to ss_identity using (true);
create policy identity_reads on memberships for select to ss_identity using (true);
create policy identity_copies on memberships for update to ss_identity using (true) with check (true);
create policy identity_tells on domain_events for insert to ss_identity with check (true);
-- Else a backfill changes no row in silence.
create policy owner on users to ss_owner using (true) with check (true);
create policy owner on sessions to ss_owner using (true) with check (true);
create policy owner on one_time_tokens to ss_owner using (true) with check (true);

grant usage on schema public, wall to ss_tenant, ss_platform, ss_gate, ss_identity;
grant usage on schema wall to ss_auth;
grant usage on schema identity to ss_tenant, ss_platform, ss_auth, ss_identity;
grant select (closed) on wall.guard to ss_tenant, ss_platform, ss_auth;

grant select on tenants, memberships, libraries, settings, feature_flags, domain_events, idempotency_keys to ss_tenant;
grant insert on memberships, libraries, settings, idempotency_keys to ss_tenant;
grant insert (tenant_id, name, subject_kind, subject_id, library_id, actor_id, actor_name, request_id, before, after)
  on domain_events to ss_tenant;
grant update (role, added, removed, invited_at, invited_by, removed_at, version, updated_at) on memberships to ss_tenant;
grant update (name, code, address, city, state, pincode, phone, email, latitude, longitude, capacity, hours,
  manager_name, manager_phone, manager_email, amenities, status, version, updated_at) on libraries to ss_tenant;
grant update (value, version, updated_at, updated_by) on settings to ss_tenant;
grant update (response) on idempotency_keys to ss_tenant;

grant select on tenants, memberships, libraries, settings, feature_flags, domain_events, idempotency_keys to ss_platform;
grant insert on tenants, memberships, settings, feature_flags, idempotency_keys to ss_platform;
grant insert (tenant_id, name, subject_kind, subject_id, library_id, actor_id, actor_name, request_id, before, after)
  on domain_events to ss_platform;
grant update (name, email, phone, city, state, status, trial_ends_at, subscription_ends_at, suspended_reason,
  suspended_at, version, updated_at, deleted_at) on tenants to ss_platform;
grant update (role, department, added, removed, invited_at, invited_by, removed_at, version, updated_at)
  on memberships to ss_platform;
grant update (value, version, updated_at, updated_by) on settings to ss_platform;
grant update (enabled, version, updated_at) on feature_flags to ss_platform;
grant update (response) on idempotency_keys to ss_platform;

grant select (id, name, active) on users to ss_gate;
grant select (id, user_id, portal, secret_hash, previous_hash, previous_until, confirm_after, confirmed_at,
  access_ends_at, idle_ends_at, ends_at, for_tenant, library_id, ended_at) on sessions to ss_gate;
grant select (id, kind, status, deleted_at, trial_ends_at, subscription_ends_at, max_libraries, max_students, max_staff)
  on tenants to ss_gate;
grant select (tenant_id, id, user_id, role, added, removed, library_id, accepted_at, removed_at) on memberships to ss_gate;

grant select on users, sessions, one_time_tokens to ss_identity;
grant insert (email, name) on users to ss_identity;
grant update (email, name, phone, locale, password_hash, verified_at, updated_at) on users to ss_identity;
grant insert, update, delete on sessions to ss_identity;
grant insert, delete on one_time_tokens to ss_identity;
grant update (used_at) on one_time_tokens to ss_identity;
grant select (id, kind, name, status, deleted_at) on tenants to ss_identity;
grant select (tenant_id, id, user_id, tenant_kind, role, added, removed, library_id, name, accepted_at, removed_at)
  on memberships to ss_identity;
grant update (name, email, phone, accepted_at, last_sign_in_at, updated_at) on memberships to ss_identity;
grant insert (tenant_id, name, subject_kind, subject_id, actor_id, actor_name, before, after)
  on domain_events to ss_identity;
grant select (name) on wall.migrations to ss_identity;

-- The platform itself.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
insert into tenants (id, kind, name, slug, email, status, plan, max_libraries, max_students, max_staff)
  values ('00000000-0000-7000-8000-000000000001', 'platform', 'StudySpot', 'studyspot', 'support@studyspot.com',
    'active', 'enterprise', 0, 0, 1000);
reset app.tenant_id;
