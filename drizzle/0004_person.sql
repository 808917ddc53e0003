-- Runs as ss_owner. What a person does with their own account: each function finds them by session and secret.

grant create on schema identity to ss_identity;
set local role ss_identity;

-- The person. -------------------------------------------------------------------------------------------------------

create function identity.person(session uuid, secret_hash bytea, portal text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
  answer jsonb;
begin
  select jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone, 'locale', u.locale,
      'verified', u.verified_at is not null, 'library', m.library_id,
      'tenant', case when m.id is not null then
        jsonb_build_object('id', t.id, 'name', t.name, 'kind', t.kind, 'status', t.status) end,
      'membership', case when m.id is not null then
        jsonb_build_object('id', m.id, 'role', m.role, 'added', m.added, 'removed', m.removed) end,
      'choices', (select count(*) from identity.fitting(u.id, s.portal)))
    into answer
    from public.users u
    left join public.tenants t on t.id = s.for_tenant and t.deleted_at is null
    left join public.memberships m on m.tenant_id = t.id and m.user_id = u.id
      and m.accepted_at is not null and m.removed_at is null
    where u.id = s.user_id;
  return answer;
end $$;

create function identity.choices(session uuid, secret_hash bytea, portal text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('tenantId', f.tenant_id, 'tenantName', f.tenant_name, 'kind', f.kind,
        'status', f.status, 'role', f.role, 'current', f.tenant_id is not distinct from s.for_tenant)), '[]')
      from identity.fitting(s.user_id, s.portal) f);
end $$;

create function identity.choose_tenant(session uuid, secret_hash bytea, portal text, tenant uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
  chosen record;
begin
  select f.tenant_id, f.library_id into chosen
    from identity.fitting(s.user_id, s.portal) f where f.tenant_id = choose_tenant.tenant;
  if not found then
    return null;
  end if;
  update public.sessions x set for_tenant = chosen.tenant_id, library_id = chosen.library_id where x.id = s.id;
  update public.memberships m set last_sign_in_at = now()
    where m.tenant_id = chosen.tenant_id and m.user_id = s.user_id;
  return jsonb_build_object('tenant', chosen.tenant_id, 'library', chosen.library_id);
end $$;

create function identity.list_sessions(session uuid, secret_hash bytea, portal text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'portal', x.portal, 'address', x.address,
        'agent', x.agent, 'createdAt', x.created_at, 'usedAt', x.rotated_at, 'current', x.id = s.id)
        order by x.rotated_at desc), '[]')
      from public.sessions x
      where x.user_id = s.user_id and x.ended_at is null and x.idle_ends_at > now() and x.ends_at > now());
end $$;

create function identity.end_other_session(session uuid, secret_hash bytea, portal text, other uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
begin
  update public.sessions x set ended_at = now(), end_reason = 'elsewhere'
    where x.id = end_other_session.other and x.user_id = s.user_id and x.ended_at is null;
  return found;
end $$;

create function identity.end_other_sessions(session uuid, secret_hash bytea, portal text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
begin
  return identity.end_all(s.user_id, s.id, 'elsewhere');
end $$;

create function identity.password_of(session uuid, secret_hash bytea, portal text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
begin
  return (select to_jsonb(u.password_hash) from public.users u where u.id = s.user_id);
end $$;

create function identity.set_password(person uuid, hash text, keep uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.users u set password_hash = hash, updated_at = now() where u.id = person;
  perform identity.end_all(person, keep, 'password');
  update public.one_time_tokens k set used_at = now()
    where k.user_id = person and k.purpose in ('reset', 'email', 'device') and k.used_at is null;
  perform identity.tell(person, 'person.password_changed', null, null);
end $$;

create function identity.change_password(session uuid, secret_hash bytea, portal text, new_hash text, keep_this boolean)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
begin
  perform identity.set_password(s.user_id, new_hash, case when keep_this then s.id end);
end $$;

create function identity.update_person(
  session uuid, secret_hash bytea, portal text, name text, phone text, locale text
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
  old public.users;
begin
  select * into old from public.users u where u.id = s.user_id for update;
  update public.users u set name = update_person.name, phone = update_person.phone, locale = update_person.locale,
      updated_at = now()
    where u.id = s.user_id;
  if old.name is distinct from update_person.name or old.phone is distinct from update_person.phone then
    update public.memberships m set name = update_person.name, phone = update_person.phone, updated_at = now()
      where m.user_id = s.user_id and m.accepted_at is not null and m.removed_at is null;
    perform identity.tell(s.user_id, 'person.renamed', jsonb_build_object('name', old.name, 'phone', old.phone),
      jsonb_build_object('name', update_person.name, 'phone', update_person.phone));
  end if;
end $$;

-- Housekeeping. -----------------------------------------------------------------------------------------------------

create function identity.prune() returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tokens integer;
  sessions integer;
begin
  delete from public.one_time_tokens k where k.expires_at < now() - interval '1 day';
  get diagnostics tokens = row_count;
  delete from public.sessions s
    where least(s.ends_at, s.idle_ends_at, coalesce(s.ended_at, s.ends_at)) < now() - interval '30 days';
  get diagnostics sessions = row_count;
  return jsonb_build_object('tokens', tokens, 'sessions', sessions);
end $$;

create function identity.level() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- A setting stored for a login would be in force before any claim.
  if exists (select from pg_catalog.pg_db_role_setting s join pg_catalog.pg_roles r on r.oid = s.setrole
      where r.rolname like 'ss\_%') then
    raise exception using errcode = '55000', message = 'a setting is stored for a login';
  end if;
  return (select to_jsonb(max(m.name)) from wall.migrations m);
end $$;

grant execute on function
  identity.person, identity.choices, identity.choose_tenant, identity.list_sessions, identity.end_other_session,
  identity.end_other_sessions, identity.password_of, identity.change_password, identity.update_person,
  identity.prune, identity.level
  to ss_auth;

set local role ss_owner;
revoke create on schema identity from ss_identity;
