-- Runs as ss_owner. Whoever is new gets their first letter in the language of the person who invites them, and keeps it
-- until they choose their own.

grant insert (locale) on users to ss_identity;
grant create on schema identity to ss_identity;
set local role ss_identity;

drop function identity.invite(text, text);

create function identity.invite(email text, name text, locale text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  person uuid;
begin
  if claim is null then
    raise exception using errcode = '22P02', message = 'no claim';
  end if;
  insert into public.users (email, name, locale) values (lower(btrim(invite.email)), invite.name, invite.locale)
    on conflict do nothing;
  select u.id into person from public.users u where u.email = lower(btrim(invite.email));
  return person;
end $$;

grant execute on function identity.invite to ss_tenant, ss_platform;

set local role ss_owner;
revoke create on schema identity from ss_identity;
