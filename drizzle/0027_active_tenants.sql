-- works with code from 0021
-- Runs as ss_owner. How many customers are served, for whoever measures.

grant create on schema jobs to ss_jobs;
set local role ss_jobs;

-- Neither suspended, run out nor removed; the platform is none of them.
create function jobs.active_tenants() returns int
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  return (select count(*) from public.tenants t where t.status in ('trial', 'active') and t.deleted_at is null
    and t.id <> '00000000-0000-7000-8000-000000000001');
end $$;

revoke execute on function jobs.active_tenants from public;
grant execute on function jobs.active_tenants to ss_system;
set local role ss_owner;
revoke create on schema jobs from ss_jobs;
