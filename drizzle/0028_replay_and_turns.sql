-- works with code from 0021
-- Runs as ss_owner. A replay that cannot be mistaken for what it repeats, and turns that closed tenants do not use up.

grant create on schema jobs to ss_jobs;
set local role ss_jobs;

create or replace function jobs.claim(queue text, most int, each int, cap int, after uuid, lease interval)
returns table (tenant uuid, job uuid, attempt int, attempts int, kind text, event uuid, permission text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  here uuid := coalesce(claim.after, nobody);
  next uuid;
  is_second boolean := here = nobody;
  looked int := 0;
  room int;
  tenants uuid[] := '{}';
  chosen uuid[] := '{}';
  found_ids uuid[];
begin
  perform jobs.for_platform();
  if exists (select from public.job_pauses p where p.queue in ('', claim.queue) and p.for_tenant = nobody) then
    return;
  end if;
  while cardinality(chosen) < claim.most and looked < 500 loop
    select j.for_tenant into next from public.jobs j
      where j.queue = claim.queue and j.state = 'waiting' and j.for_tenant > here order by j.for_tenant limit 1;
    if next is null then
      exit when is_second;
      is_second := true;
      here := nobody;
      continue;
    end if;
    exit when is_second and next > claim.after;
    here := next;
    continue when exists (select from public.job_pauses p where p.queue in ('', claim.queue) and p.for_tenant = here)
      or not exists (select from public.tenants t where t.id = here and t.status <> 'suspended' and t.deleted_at is null);
    -- Closed ones are passed over however many they are: a round that ended among them would begin with them again.
    looked := looked + 1;
    select claim.cap - count(*) into room from (select from public.jobs j
      where j.queue = claim.queue and j.for_tenant = here and j.state = 'running' limit claim.cap) x;
    -- Chosen first, then changed by key: a plan that joins the two reads all jobs.
    found_ids := array(select j.id from public.jobs j
      where j.queue = claim.queue and j.for_tenant = here and j.state = 'waiting'
      order by j.priority, j.seq
      limit greatest(0, least(claim.each, room, claim.most - cardinality(chosen))) for update skip locked);
    tenants := tenants || array_fill(here, array[cardinality(found_ids)]);
    chosen := chosen || found_ids;
  end loop;
  return query
    update public.jobs j set state = 'running', attempt = j.attempt + 1, lease_until = clock_timestamp() + claim.lease,
        changed_at = clock_timestamp()
      from unnest(tenants, chosen) c(tenant, id) where j.for_tenant = c.tenant and j.id = c.id
      returning j.for_tenant, j.id, j.attempt, j.attempts, j.kind, j.event_id, j.permission;
end $$;

-- Once more from the first attempt, behind what its lane holds by now. False where it is no longer given up. By another
-- name, since attempts are counted anew: a worker that was frozen in its first would hold it again. Where one of its key is
-- open meanwhile it goes without: both are done.
create or replace function jobs.replay(tenant uuid, job uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  j record;
begin
  perform jobs.for_platform();
  select x.kind, x.lane into j from public.jobs x
    where x.for_tenant = replay.tenant and x.id = replay.job and x.state = 'dead' for update;
  if not found then
    return false;
  end if;
  perform from public.jobs x where x.for_tenant = replay.tenant and x.kind = j.kind and x.lane = j.lane
    and x.lane is not null and x.state <> 'dead' order by x.seq desc limit 1 for share;
  -- Two of one key that are replayed at once: the second waits here for the first, and sees it.
  begin
    update public.jobs x set state = 'waiting' where x.for_tenant = replay.tenant and x.id = replay.job;
  exception when unique_violation then
    update public.jobs x set key = null where x.for_tenant = replay.tenant and x.id = replay.job;
  end;
  update public.jobs x set id = uuidv7(), attempt = 0, seq = default, changed_at = clock_timestamp(), due_at = clock_timestamp(),
      state = case when exists (select from public.jobs o where o.for_tenant = replay.tenant and o.kind = j.kind
        and o.lane = j.lane and o.lane is not null and o.state <> 'dead' and o.id <> replay.job) then 'behind' else 'waiting' end
    where x.for_tenant = replay.tenant and x.id = replay.job;
  return true;
end $$;

set local role ss_owner;
revoke create on schema jobs from ss_jobs;
