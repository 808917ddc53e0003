-- Runs as ss_owner. A login of members may have a link mailed, but must not choose its secret: what is injected there
-- would make a link to a person who works for another tenant too. It only asks; the auth login arms what was asked for.

grant update (token_hash) on one_time_tokens to ss_identity;
grant create on schema identity to ss_identity;
set local role ss_identity;

drop function identity.mail_to_member(uuid, text, bytea, int);

create function identity.mail_to_member(membership uuid, purpose text, minutes int) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  -- Stands where the hash of a token will: nobody knows a token for it, so until it is armed the row opens nothing.
  request bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
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
  perform identity.keep_token(request, purpose, u.id,
    least(minutes, case purpose when 'reset' then 30 else 10080 end), null, claim,
    case when purpose = 'invite' then m.id end);
  -- The name that this tenant knows: of a person who has not accepted anything, another tenant may have typed theirs.
  return jsonb_build_object('request', encode(request, 'hex'), 'name', m.name, 'email', u.email, 'locale', u.locale,
    'tenantName', m.tenant_name);
end $$;

-- True when the request was fresh, and asked for by mail_to_member: other tokens belong to no tenant.
create function identity.arm_token(request bytea, token_hash bytea) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with armed as (
    update public.one_time_tokens x set token_hash = arm_token.token_hash
      where x.token_hash = arm_token.request and x.for_tenant is not null and x.used_at is null
        and x.created_at > now() - interval '1 minute'
      returning 1
  )
  select exists (select from armed);
$$;

grant execute on function identity.mail_to_member to ss_tenant, ss_platform;
grant execute on function identity.arm_token to ss_auth;

set local role ss_owner;
revoke create on schema identity from ss_identity;
