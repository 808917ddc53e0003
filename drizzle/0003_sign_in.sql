-- Runs as ss_owner. Identity: each function finds the person by session and secret, by a one-time token, by the mail
-- that was typed at the door, or reads the claim. None takes a user id from outside.

grant create on schema identity to ss_identity;
set local role ss_identity;

-- Inner parts, executable by ss_identity alone. ---------------------------------------------------------------------

create function identity.secret_state(s public.sessions, hash bytea) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when hash is null then 'stale'
    when s.secret_hash = hash then 'current'
    when s.previous_hash = hash and (s.confirmed_at is null or now() < s.previous_until) then 'previous'
    else 'stale'
  end;
$$;

create function identity.caller(session uuid, secret_hash bytea, portal text) returns public.sessions
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions;
  active boolean;
begin
  select * into s from public.sessions x where x.id = caller.session;
  if not found or s.ended_at is not null or identity.secret_state(s, caller.secret_hash) = 'stale'
      or s.portal is distinct from caller.portal or (now() < s.idle_ends_at and now() < s.ends_at) is not true then
    raise exception using errcode = 'S1001', message = 'no session';
  end if;
  select x.active into active from public.users x where x.id = s.user_id;
  if active is not true then
    raise exception using errcode = 'S1006', message = 'disabled';
  end if;
  if (now() < s.access_ends_at) is not true then
    raise exception using errcode = 'S1003', message = 'access time over';
  end if;
  return s;
end $$;

-- Into the trail of every tenant the person works for; an open invitation learns nothing.
create function identity.tell(person uuid, event text, was jsonb, becomes jsonb) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  told integer;
begin
  insert into public.domain_events (tenant_id, name, subject_kind, subject_id, actor_id, actor_name, before, after)
    select m.tenant_id, event, 'person', person::text, person, m.name, was, becomes
      from public.memberships m
      where m.user_id = person and m.accepted_at is not null and m.removed_at is null;
  get diagnostics told = row_count;
  return told;
end $$;

create function identity.end_all(person uuid, keep uuid, reason text) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  ended integer;
begin
  update public.sessions s set ended_at = now(), end_reason = reason
    where s.user_id = person and s.ended_at is null and s.id is distinct from keep
      and s.idle_ends_at > now() and s.ends_at > now();
  get diagnostics ended = row_count;
  return ended;
end $$;

create function identity.fitting(person uuid, portal text)
returns table (tenant_id uuid, tenant_name text, kind text, status text, role text, library_id uuid)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select t.id, t.name, t.kind, t.status, m.role, m.library_id
    from public.memberships m join public.tenants t on t.id = m.tenant_id
    where m.user_id = fitting.person and m.accepted_at is not null and m.removed_at is null and t.deleted_at is null
      and (t.kind = 'platform') = (fitting.portal = 'admin')
    order by t.name, t.id;
$$;

create function identity.recipient(u public.users) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'locale', u.locale);
$$;

create function identity.keep_token(
  hash bytea, purpose text, person uuid, minutes int, data text, for_tenant uuid, membership uuid
) returns void language sql set search_path = pg_catalog, pg_temp as $$
  insert into public.one_time_tokens (token_hash, purpose, user_id, for_tenant, membership_id, data, expires_at)
    values (hash, purpose, person, for_tenant, membership, data,
      now() + make_interval(mins => least(greatest(minutes, 1), 20160)));
$$;

-- The token, locked and used up, or no row.
create function identity.take_token(hash bytea, wanted text) returns public.one_time_tokens
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens;
begin
  update public.one_time_tokens x set used_at = now()
    where x.token_hash = hash and x.purpose = wanted and x.used_at is null and now() < x.expires_at
    returning * into k;
  return k;
end $$;

-- At the door. ------------------------------------------------------------------------------------------------------

create function identity.find_login(email text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('userId', u.id, 'passwordHash', u.password_hash, 'active', u.active,
      'verified', u.verified_at is not null)
    from public.users u where u.email = lower(btrim(find_login.email));
$$;

create function identity.sign_in_failed(email text, portal text, address text, why text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid;
  facts jsonb := jsonb_build_object('portal', left(portal, 20), 'address', left(address, 100), 'why', left(why, 100));
begin
  select u.id into person from public.users u where u.email = lower(btrim(sign_in_failed.email));
  if person is null or identity.tell(person, 'person.sign_in_failed', null, facts) = 0 then
    insert into public.domain_events (tenant_id, name, subject_kind, subject_id, after)
      values ('00000000-0000-7000-8000-000000000001', 'person.sign_in_failed', 'person', 'unknown', facts);
  end if;
end $$;

create function identity.start_session(
  email text, password_hash text, portal text, session uuid, seed bytea, secret_hash bytea, address text, agent text,
  device text, access_seconds int, idle_days int, total_days int,
  old_session uuid, old_secret_hash bytea, old_portal text
) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  u public.users;
  chosen record;
  fits integer;
  ends timestamptz := now() + make_interval(days => total_days);
  idle timestamptz := least(now() + make_interval(days => idle_days), ends);
  access timestamptz := least(now() + make_interval(secs => access_seconds), ends);
begin
  -- Locked: a password changed meanwhile must not leave a session of the old one behind.
  select * into u from public.users x where x.email = lower(btrim(start_session.email)) for share;
  if not found or u.active is not true or u.password_hash is null
      or u.password_hash is distinct from start_session.password_hash then
    return null;
  end if;
  update public.sessions x set ended_at = now(), end_reason = 'replaced'
    where x.id = old_session and x.portal = old_portal and x.ended_at is null
      and old_secret_hash in (x.secret_hash, x.previous_hash);
  select count(*) into fits from identity.fitting(u.id, start_session.portal);
  select f.tenant_id, f.library_id into chosen from identity.fitting(u.id, start_session.portal) f
    where fits = 1 or f.tenant_id = (
      select x.for_tenant from public.sessions x
        where x.user_id = u.id and x.portal = start_session.portal and x.for_tenant is not null
        order by x.created_at desc limit 1);
  insert into public.sessions (id, user_id, portal, seed, secret_hash, access_ends_at, idle_days, idle_ends_at, ends_at,
      for_tenant, library_id, address, agent, device)
    values (start_session.session, u.id, start_session.portal, start_session.seed, start_session.secret_hash, access,
      start_session.idle_days, idle, ends, chosen.tenant_id, chosen.library_id, left(start_session.address, 100),
      left(start_session.agent, 400), left(start_session.device, 100));
  update public.memberships m set last_sign_in_at = now()
    where m.tenant_id = chosen.tenant_id and m.user_id = u.id;
  perform identity.tell(u.id, 'person.signed_in', null, jsonb_build_object('portal', start_session.portal));
  return jsonb_build_object('tenant', chosen.tenant_id, 'library', chosen.library_id, 'choices', fits,
    'accessEndsAt', access, 'expiresAt', idle);
end $$;

-- The session itself. -----------------------------------------------------------------------------------------------

create function identity.session_facts(session uuid, secret_hash bytea, portal text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('seed', encode(s.seed, 'hex'), 'generation', s.generation,
      'state', identity.secret_state(s, session_facts.secret_hash), 'rotatedAt', s.rotated_at,
      'accessEndsAt', s.access_ends_at, 'expiresAt', least(s.idle_ends_at, s.ends_at), 'endsAt', s.ends_at,
      'tenant', s.for_tenant, 'library', s.library_id,
      'ended', s.ended_at is not null or now() >= least(s.idle_ends_at, s.ends_at),
      'endReason', case when s.ended_at is null and now() >= least(s.idle_ends_at, s.ends_at) then 'expired'
        else s.end_reason end)
    from public.sessions s where s.id = session_facts.session and s.portal = session_facts.portal;
$$;

create function identity.end_reused(s public.sessions) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.sessions x set ended_at = now(), end_reason = 'reuse' where x.id = s.id;
  perform identity.tell(s.user_id, 'person.session_reused', null, jsonb_build_object('portal', s.portal));
end $$;

create function identity.rotate(
  session uuid, secret_hash bytea, portal text, from_generation int, next_hash bytea,
  access_seconds int, grace_seconds int, confirm_seconds int, minimum_age_seconds int
) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions;
  at timestamptz;
  state text;
  outcome text := 'kept';
begin
  -- Parallel refreshes queue here and all get the same successor.
  select * into s from public.sessions x where x.id = rotate.session and x.portal = rotate.portal for update;
  if not found then
    return null;
  end if;
  at := clock_timestamp();
  state := case
    when rotate.secret_hash is null then 'stale'
    when s.secret_hash = rotate.secret_hash then 'current'
    when s.previous_hash = rotate.secret_hash and (s.confirmed_at is null or at < s.previous_until) then 'previous'
    else 'stale'
  end;
  if s.ended_at is not null or at >= least(s.idle_ends_at, s.ends_at)
      or (select x.active from public.users x where x.id = s.user_id) is not true then
    outcome := 'ended';
  elsif state = 'stale' then
    outcome := 'reuse';
    perform identity.end_reused(s);
  elsif state = 'current' and s.generation = rotate.from_generation
      and at >= s.rotated_at + make_interval(secs => minimum_age_seconds) then
    outcome := 'rotated';
    update public.sessions x set
        secret_hash = rotate.next_hash, previous_hash = s.secret_hash, generation = s.generation + 1, rotated_at = at,
        previous_until = at + make_interval(secs => grace_seconds),
        confirm_after = at + make_interval(secs => confirm_seconds), confirmed_at = null,
        access_ends_at = least(at + make_interval(secs => access_seconds), s.ends_at),
        idle_ends_at = least(at + make_interval(days => s.idle_days), s.ends_at)
      where x.id = s.id returning * into s;
  elsif state = 'previous' and (s.access_ends_at - at) < make_interval(secs => access_seconds) / 2 then
    -- The answer to the last rotation was lost and its access has nearly run out: the successor is handed out anew,
    -- as if made now, since other requests with the old cookie may still be on their way.
    update public.sessions x set
        rotated_at = at,
        previous_until = at + make_interval(secs => grace_seconds),
        confirm_after = at + make_interval(secs => confirm_seconds), confirmed_at = null,
        access_ends_at = least(at + make_interval(secs => access_seconds), s.ends_at),
        idle_ends_at = least(at + make_interval(days => s.idle_days), s.ends_at)
      where x.id = s.id returning * into s;
  end if;
  return jsonb_build_object('outcome', outcome, 'generation', s.generation, 'accessEndsAt', s.access_ends_at,
    'expiresAt', least(s.idle_ends_at, s.ends_at), 'tenant', s.for_tenant, 'library', s.library_id);
end $$;

create function identity.confirm(session uuid, secret_hash bytea, portal text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.sessions s set confirmed_at = now()
    where s.id = confirm.session and s.portal = confirm.portal and s.secret_hash = confirm.secret_hash
      and s.ended_at is null and s.confirmed_at is null and now() >= s.confirm_after;
$$;

create function identity.end_if_reused(session uuid, secret_hash bytea, portal text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions;
begin
  select * into s from public.sessions x
    where x.id = end_if_reused.session and x.portal = end_if_reused.portal and x.ended_at is null for update;
  if not found or identity.secret_state(s, end_if_reused.secret_hash) <> 'stale' then
    return false;
  end if;
  perform identity.end_reused(s);
  return true;
end $$;

create function identity.end_session(session uuid, secret_hash bytea, portal text, reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.sessions s set ended_at = now(), end_reason = left(end_session.reason, 40)
    where s.id = end_session.session and s.portal = end_session.portal and s.ended_at is null
      and end_session.secret_hash in (s.secret_hash, s.previous_hash);
  return found;
end $$;

grant execute on function
  identity.find_login, identity.sign_in_failed, identity.start_session, identity.session_facts, identity.rotate,
  identity.confirm, identity.end_if_reused, identity.end_session
  to ss_auth;

set local role ss_owner;
revoke create on schema identity from ss_identity;
