-- works with code from 0021
-- Runs as ss_jobs. What is due is due in each tenant: a schedule begins a job in all of them, in steps.

set local role ss_owner;
grant create on schema jobs to ss_jobs;
set local role ss_jobs;

-- Under the platform's claim: a job of each of the next tenants, closed ones apart. Gives the last of them, null where
-- there are no more. One that still waits is enough.
create function jobs.add_each(kind text, queue text, payload jsonb, attempts int, after uuid, most int) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  many constant int := least(greatest(coalesce(most, 0), 1), 1000);
  chosen uuid[];
begin
  perform jobs.for_platform();
  select array_agg(t.id order by t.id) into chosen from (
    select x.id from public.tenants x
      where x.id > coalesce(add_each.after, '00000000-0000-0000-0000-000000000000') and x.id <> '00000000-0000-7000-8000-000000000001'
        and x.deleted_at is null and x.status <> 'suspended'
      order by x.id limit many) t;
  insert into public.jobs (for_tenant, kind, queue, key, payload, attempts)
    select c.id, add_each.kind, add_each.queue, 'each', add_each.payload, add_each.attempts
      from unnest(chosen) c(id)
    on conflict (for_tenant, kind, key) where key is not null and state <> 'dead' do nothing;
  return case when cardinality(chosen) = many then chosen[cardinality(chosen)] end;
end $$;

revoke execute on function jobs.add_each from public;
grant execute on function jobs.add_each to ss_system;
set local role ss_owner;
revoke create on schema jobs from ss_jobs;
