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
    raise exception using errcode = 'S1001', message = 'not a member';
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

-- One-time tokens. --------------------------------------------------------------------------------------------------

create function identity.make_token_for_mail(email text, purpose text, token_hash bytea, minutes int, data text)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  u public.users;
begin
  if purpose is null or purpose not in ('reset', 'device') then
    raise exception using errcode = '22023', message = 'purpose';
  end if;
  select * into u from public.users x where x.email = lower(btrim(make_token_for_mail.email));
  if not found or u.active is not true or u.password_hash is null then
    return null;
  end if;
  perform identity.keep_token(token_hash, purpose, u.id, minutes, data, null, null);
  return identity.recipient(u);
end $$;

create function identity.make_token_for_session(
  session uuid, secret_hash bytea, portal text, purpose text, token_hash bytea, minutes int, data text
) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
  u public.users;
  wanted text := lower(btrim(data));
begin
  if purpose is null or purpose not in ('verify', 'email') then
    raise exception using errcode = '22023', message = 'purpose';
  end if;
  select * into u from public.users x where x.id = s.user_id;
  if purpose = 'email' then
    if wanted is null or exists (select from public.users x where x.email = wanted) then
      return null;
    end if;
    perform identity.keep_token(token_hash, purpose, u.id, minutes, wanted, null, null);
    return identity.recipient(u) || jsonb_build_object('email', wanted);
  end if;
  perform identity.keep_token(token_hash, purpose, u.id, minutes, u.email, null, null);
  return identity.recipient(u);
end $$;

create function identity.token_facts(token_hash bytea, purpose text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('name', u.name, 'email', u.email, 'needsPassword', u.password_hash is null,
      'tenantName', t.name, 'expiresAt', k.expires_at)
    from public.one_time_tokens k
    join public.users u on u.id = k.user_id and u.active
    left join public.tenants t on t.id = k.for_tenant
    where k.token_hash = token_facts.token_hash and k.purpose = token_facts.purpose and k.used_at is null
      and now() < k.expires_at;
$$;

create function identity.reset_password(token_hash bytea, new_hash text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens := identity.take_token(token_hash, 'reset');
  u public.users;
begin
  select * into u from public.users x where x.id = k.user_id and x.active for update;
  if not found or new_hash is null then
    return null;
  end if;
  -- The link arrived, so the address is theirs.
  update public.users x set verified_at = coalesce(x.verified_at, now()) where x.id = u.id;
  perform identity.set_password(u.id, new_hash, null);
  return identity.recipient(u);
end $$;

create function identity.verify_email(token_hash bytea) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens := identity.take_token(token_hash, 'verify');
  u public.users;
begin
  update public.users x set verified_at = coalesce(x.verified_at, now()), updated_at = now()
    where x.id = k.user_id and x.active and x.email = k.data returning * into u;
  if not found then
    return null;
  end if;
  return identity.recipient(u);
end $$;

create function identity.change_email(token_hash bytea) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens := identity.take_token(token_hash, 'email');
  u public.users;
  was text;
begin
  select x.email into was from public.users x where x.id = k.user_id and x.active for update;
  if not found or exists (select from public.users x where x.email = k.data) then
    return null;
  end if;
  update public.users x set email = k.data, verified_at = now(), updated_at = now()
    where x.id = k.user_id returning * into u;
  update public.memberships m set email = k.data, updated_at = now()
    where m.user_id = u.id and m.accepted_at is not null and m.removed_at is null;
  -- Links that went to the former address end with it.
  update public.one_time_tokens x set used_at = now() where x.user_id = u.id and x.used_at is null;
  perform identity.tell(u.id, 'person.email_changed', jsonb_build_object('email', was),
    jsonb_build_object('email', k.data));
  return identity.recipient(u) || jsonb_build_object('was', was);
exception when unique_violation then
  return null;
end $$;

create function identity.pass_device(token_hash bytea) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens := identity.take_token(token_hash, 'device');
begin
  return (select jsonb_build_object('email', u.email, 'device', k.data)
    from public.users u where u.id = k.user_id and u.active);
end $$;

create function identity.accept_invitation(token_hash bytea, name text, password_hash text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens;
  u public.users;
  t record;
begin
  select * into k from public.one_time_tokens x
    where x.token_hash = accept_invitation.token_hash and x.purpose = 'invite' and x.used_at is null
      and now() < x.expires_at for update;
  if not found then
    return null;
  end if;
  select * into u from public.users x where x.id = k.user_id and x.active for update;
  if not found then
    return null;
  end if;
  select x.kind into t from public.tenants x where x.id = k.for_tenant and x.deleted_at is null;
  if not found then
    return null;
  end if;
  if u.password_hash is null and (accept_invitation.password_hash is null or accept_invitation.name is null) then
    return jsonb_build_object('outcome', 'needs-password');
  end if;
  update public.users x set
      name = case when u.password_hash is null then accept_invitation.name else x.name end,
      password_hash = coalesce(x.password_hash, accept_invitation.password_hash),
      verified_at = coalesce(x.verified_at, now()), updated_at = now()
    where x.id = u.id returning * into u;
  update public.memberships m set accepted_at = now(), name = u.name, email = u.email, phone = u.phone,
      updated_at = now()
    where m.tenant_id = k.for_tenant and m.id = k.membership_id and m.user_id = u.id
      and m.accepted_at is null and m.removed_at is null;
  if not found then
    raise exception using errcode = 'S1001', message = 'no open invitation';
  end if;
  update public.one_time_tokens x set used_at = now()
    where x.user_id = u.id and x.membership_id = k.membership_id and x.used_at is null;
  insert into public.domain_events (tenant_id, name, subject_kind, subject_id, actor_id, actor_name)
    values (k.for_tenant, 'membership.accepted', 'membership', k.membership_id::text, u.id, u.name);
  return jsonb_build_object('outcome', 'accepted', 'email', u.email, 'tenant', k.for_tenant, 'kind', t.kind);
exception when sqlstate 'S1001' then
  return null;
end $$;

-- For tenants and the platform: these read the claim. ---------------------------------------------------------------

create function identity.invite(email text, name text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  person uuid;
begin
  if claim is null then
    raise exception using errcode = '22P02', message = 'no claim';
  end if;
  insert into public.users (email, name) values (lower(btrim(invite.email)), invite.name) on conflict do nothing;
  select u.id into person from public.users u where u.email = lower(btrim(invite.email));
  return person;
end $$;

create function identity.mail_to_member(membership uuid, purpose text, token_hash bytea, minutes int) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  m record;
  u public.users;
begin
  if purpose is null or purpose not in ('invite', 'reset') then
    raise exception using errcode = '22023', message = 'purpose';
  end if;
  select x.id, x.user_id, t.name as tenant_name into m
    from public.memberships x join public.tenants t on t.id = x.tenant_id
    where x.tenant_id = claim and x.id = mail_to_member.membership and x.removed_at is null
      and (x.accepted_at is null) = (mail_to_member.purpose = 'invite');
  if not found then
    return null;
  end if;
  select * into u from public.users x where x.id = m.user_id;
  if u.active is not true then
    return null;
  end if;
  perform identity.keep_token(token_hash, purpose, u.id, minutes, null, claim,
    case when purpose = 'invite' then m.id end);
  return jsonb_build_object('name', u.name, 'email', u.email, 'locale', u.locale, 'tenantName', m.tenant_name);
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
  identity.find_login, identity.sign_in_failed, identity.start_session, identity.session_facts, identity.rotate,
  identity.confirm, identity.end_if_reused, identity.end_session, identity.person, identity.choices,
  identity.choose_tenant, identity.list_sessions, identity.end_other_session, identity.end_other_sessions,
  identity.password_of, identity.change_password, identity.update_person, identity.make_token_for_mail,
  identity.make_token_for_session, identity.token_facts, identity.reset_password, identity.verify_email,
  identity.accept_invitation, identity.change_email, identity.pass_device, identity.prune, identity.level
  to ss_auth;
grant execute on function identity.invite, identity.mail_to_member to ss_tenant, ss_platform;

set local role ss_owner;
revoke create on schema identity from ss_identity;
