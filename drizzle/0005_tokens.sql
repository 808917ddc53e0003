-- Runs as ss_owner. One-time tokens, and what they open; the invitations of a tenant.

grant create on schema identity to ss_identity;
set local role ss_identity;

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
  select jsonb_build_object('name', coalesce(m.name, u.name), 'email', u.email, 'needsPassword', u.password_hash is null,
      'tenantName', t.name, 'expiresAt', k.expires_at)
    from public.one_time_tokens k
    join public.users u on u.id = k.user_id and u.active
    left join public.tenants t on t.id = k.for_tenant
    left join public.memberships m on m.tenant_id = k.for_tenant and m.id = k.membership_id
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
  select x.id, x.user_id, x.name, t.name as tenant_name into m
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
  -- The name that this tenant knows: of a person who has not accepted anything, another tenant may have typed theirs.
  return jsonb_build_object('name', m.name, 'email', u.email, 'locale', u.locale, 'tenantName', m.tenant_name);
end $$;

grant execute on function
  identity.make_token_for_mail, identity.make_token_for_session, identity.token_facts, identity.reset_password,
  identity.verify_email, identity.accept_invitation, identity.change_email, identity.pass_device
  to ss_auth;
grant execute on function
  identity.invite, identity.mail_to_member
  to ss_tenant, ss_platform;

set local role ss_owner;
revoke create on schema identity from ss_identity;
