-- Runs as ss_owner. Each migration says the oldest code that still works with it, so that a deployment may migrate
-- first and a portal of that code goes on.

alter table wall.migrations add column if not exists oldest_code text;
update wall.migrations set oldest_code = left(name, 4) where oldest_code is null;
alter table wall.migrations alter column oldest_code set not null;
alter table wall.migrations add constraint migrations_oldest_code_check
  check (oldest_code ~ '^[0-9]{4}$' and oldest_code <= left(name, 4));
grant select (oldest_code) on wall.migrations to ss_identity;

grant create on schema identity to ss_identity;
set local role ss_identity;

create or replace function identity.level() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- A setting stored for a login would be in force before any claim.
  if exists (select from pg_catalog.pg_db_role_setting s join pg_catalog.pg_roles r on r.oid = s.setrole
      where r.rolname like 'ss\_%') then
    raise exception using errcode = '55000', message = 'a setting is stored for a login';
  end if;
  return (select jsonb_build_object('newest', max(m.name), 'oldestCode', max(m.oldest_code)) from wall.migrations m);
end $$;

set local role ss_owner;
revoke create on schema identity from ss_identity;
