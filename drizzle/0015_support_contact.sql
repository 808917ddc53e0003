-- works with code from 0014
-- Runs as ss_owner. Whom a person may write to, whatever became of their business: no claim of one that is suspended
-- passes the gate, so the platform's address for help is told by the session alone, and no other setting.

create policy identity_reads on settings for select to ss_identity
  using (true);
grant select (tenant_id, key, value) on settings to ss_identity;

grant create on schema identity to ss_identity;
set local role ss_identity;

create function identity.support_contact(session uuid, secret_hash bytea, portal text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.caller(session, secret_hash, portal);
  return (select x.value from public.settings x
    where x.tenant_id = '00000000-0000-7000-8000-000000000001' and x.key = 'platform.support_email');
end $$;

grant execute on function identity.support_contact to ss_auth;

set local role ss_owner;
revoke create on schema identity from ss_identity;
