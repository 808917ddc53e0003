-- Runs as ss_owner. The gate and the locks, owned by ss_gate, which may read listed columns and nothing else.

grant create on schema wall to ss_gate;
set local role ss_gate;

create function wall.enter(
  session uuid, secret_hash bytea, portal text, roles text[], permission text, even_expired boolean, library uuid,
  out user_id uuid, out membership_id uuid, out tenant_id uuid, out tenant_kind text, out name text, out role text,
  out added text[], out removed text[], out library_id uuid,
  out max_libraries int, out max_students int, out max_staff int, out confirm boolean
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  s record;
  u record;
  t record;
  m record;
begin
  select x.user_id, x.portal, x.secret_hash, x.previous_hash, x.previous_until, x.confirm_after, x.confirmed_at,
      x.access_ends_at, x.idle_ends_at, x.ends_at, x.for_tenant, x.library_id, x.ended_at
    into s from public.sessions x where x.id = enter.session;
  if not found or s.ended_at is not null or enter.secret_hash is null then
    raise exception using errcode = 'S1001', message = 'no session';
  end if;
  -- The previous secret is good for the grace, and beyond it until its successor was confirmed.
  if s.secret_hash is distinct from enter.secret_hash and (s.previous_hash is distinct from enter.secret_hash
      or (s.confirmed_at is not null and (now() < s.previous_until) is not true)) then
    raise exception using errcode = 'S1001', message = 'secret';
  end if;
  if (now() < s.idle_ends_at and now() < s.ends_at) is not true then
    raise exception using errcode = 'S1001', message = 'expired';
  end if;
  if s.portal is distinct from enter.portal then
    raise exception using errcode = 'S1001', message = 'portal';
  end if;
  if s.for_tenant is distinct from claim then
    raise exception using errcode = 'S1001', message = 'claim';
  end if;

  select x.active, x.name into u from public.users x where x.id = s.user_id;
  if not found then
    raise exception using errcode = 'S1001', message = 'person';
  end if;
  if u.active is not true then
    raise exception using errcode = 'S1006', message = 'disabled';
  end if;
  if (now() < s.access_ends_at) is not true then
    raise exception using errcode = 'S1003', message = 'access time over';
  end if;

  select x.kind, x.status, x.deleted_at, x.trial_ends_at, x.subscription_ends_at,
      x.max_libraries, x.max_students, x.max_staff
    into t from public.tenants x where x.id = claim;
  if not found or t.deleted_at is not null then
    raise exception using errcode = 'S1001', message = 'tenant';
  end if;
  if (t.kind = 'platform') is distinct from (s.portal = 'admin')
      or (t.kind = 'platform') is distinct from (session_user = 'ss_platform') then
    raise exception using errcode = 'S1001', message = 'kind';
  end if;

  select x.id, x.role, x.added, x.removed, x.library_id, x.accepted_at, x.removed_at
    into m from public.memberships x where x.tenant_id = claim and x.user_id = s.user_id;
  if not found or m.accepted_at is null or m.removed_at is not null then
    raise exception using errcode = 'S1001', message = 'membership';
  end if;
  -- A member bound to one library enters by a login of their own, which is not made yet.
  if m.library_id is not null or m.library_id is distinct from enter.library
      or m.library_id is distinct from s.library_id then
    raise exception using errcode = 'S1001', message = 'library';
  end if;

  if t.status = 'suspended' then
    raise exception using errcode = 'S4004', message = 'suspended';
  end if;
  if enter.even_expired is not true and (t.status = 'expired'
      or (t.status = 'trial' and t.trial_ends_at <= now())
      or (t.status = 'active' and t.subscription_ends_at <= now())) then
    raise exception using errcode = 'S4002', message = 'expired';
  end if;
  if enter.permission is null or enter.roles is null or enter.permission = any (m.removed)
      or (m.role = any (enter.roles) or enter.permission = any (m.added)) is not true then
    raise exception using errcode = 'S1004', message = 'not allowed';
  end if;

  user_id := s.user_id;
  membership_id := m.id;
  tenant_id := claim;
  tenant_kind := t.kind;
  name := u.name;
  role := m.role;
  added := m.added;
  removed := m.removed;
  library_id := m.library_id;
  max_libraries := t.max_libraries;
  max_students := t.max_students;
  max_staff := t.max_staff;
  confirm := s.secret_hash = enter.secret_hash and s.previous_hash is not null and s.confirmed_at is null
    and now() >= s.confirm_after;
end $$;

-- In place of the server's advisory locks: no tenant can hold another's key.
create function wall.lock(key text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id')::uuid::text || ':' || key, 0));
$$;

create function wall.try_lock(key text) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select pg_try_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id')::uuid::text || ':' || key, 0));
$$;

grant execute on function wall.enter(uuid, bytea, text, text[], text, boolean, uuid) to ss_tenant, ss_platform;
grant execute on function wall.lock(text), wall.try_lock(text) to ss_tenant, ss_platform;

set local role ss_owner;
revoke create on schema wall from ss_gate;

-- Keys older than a day, of the claimed tenant only. The claim is read before the rows: in the filter alone a plan may
-- pass over it, and a missing one would be no error.
create function wall.forget_keys() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  gone integer;
begin
  delete from public.idempotency_keys k where k.tenant_id = claim and k.created_at < now() - interval '1 day';
  get diagnostics gone = row_count;
  return gone;
end $$;
grant execute on function wall.forget_keys() to ss_tenant, ss_platform;
