-- works with code from 0015
-- Runs as ss_owner. How jobs are claimed, kept alive, done and given up.

grant create, usage on schema wall to ss_jobs;
grant create on schema jobs to ss_jobs;
set local role ss_jobs;

-- Jobs to be done now: round the tenants that have some, from the one behind `after`, `each` of one at a time and not
-- more than `cap` of one running.
create function jobs.claim(queue text, most int, each int, cap int, after uuid, lease interval)
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
    looked := looked + 1;
    continue when exists (select from public.job_pauses p where p.queue in ('', claim.queue) and p.for_tenant = here)
      or not exists (select from public.tenants t where t.id = here and t.status <> 'suspended' and t.deleted_at is null);
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

-- By name, and only while alive: whoever lost a job must not get it back by asking late.
create function jobs.renew(tenants uuid[], ids uuid[], tries int[], lease interval) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  return query
    update public.jobs j set lease_until = clock_timestamp() + renew.lease
      from unnest(tenants, ids, tries) m(tenant, id, attempt)
      where j.for_tenant = m.tenant and j.id = m.id and j.attempt = m.attempt and j.state = 'running'
        and j.lease_until > clock_timestamp()
      returning j.id;
end $$;

-- The next of a lane, when one of it has ended.
create function jobs.wake(tenant uuid, kind text, lane text) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  update public.jobs j set state = 'waiting', changed_at = clock_timestamp()
    where j.for_tenant = wake.tenant and j.state = 'behind' and j.id = (
      select n.id from public.jobs n where n.for_tenant = wake.tenant and n.kind = wake.kind and n.lane = wake.lane
        and n.lane is not null and n.state <> 'dead' order by n.seq limit 1);
$$;

-- What became due waits; what a worker that is gone held waits again, or is given up.
create function jobs.upkeep() returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due int;
  lapsed int := 0;
  j record;
begin
  perform jobs.for_platform();
  with chosen as (
    select x.for_tenant, x.id from public.jobs x where x.state = 'later' and x.due_at <= clock_timestamp()
      order by x.due_at limit 1000 for update skip locked)
  update public.jobs x set state = 'waiting', changed_at = clock_timestamp() from chosen c
    where x.for_tenant = c.for_tenant and x.id = c.id;
  get diagnostics due = row_count;
  for j in select x.for_tenant, x.id, x.kind, x.lane, x.attempt, x.attempts from public.jobs x
      where x.state = 'running' and x.lease_until < clock_timestamp() order by x.lease_until limit 1000
      for update skip locked loop
    lapsed := lapsed + 1;
    update public.jobs x set lease_until = null, changed_at = clock_timestamp(),
        state = case when j.attempt < j.attempts then 'waiting' else 'dead' end,
        error = 'its worker stopped in the middle of it'
      where x.for_tenant = j.for_tenant and x.id = j.id;
    if j.attempt >= j.attempts and j.lane is not null then
      perform jobs.wake(j.for_tenant, j.kind, j.lane);
    end if;
  end loop;
  return jsonb_build_object('due', due, 'lapsed', lapsed);
end $$;

-- The gate of a job: it is this tenant's, running, this attempt's, in time; its tenant is open; whoever began it is a
-- member still, and still may.
create function wall.work(job uuid, attempt int, roles text[], out kind text, out event_id uuid, out payload jsonb,
  out member_id uuid, out user_id uuid, out library_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  j record;
  t record;
  m record;
begin
  select x.kind, x.event_id, x.payload, x.member_id, x.permission, x.state, x.attempt, x.lease_until into j
    from public.jobs x where x.for_tenant = claim and x.id = work.job;
  if not found or j.state <> 'running' then
    raise exception using errcode = 'S1101', message = 'not running here';
  end if;
  if j.attempt is distinct from work.attempt then
    raise exception using errcode = 'S1102', message = 'another attempt';
  end if;
  if (clock_timestamp() < j.lease_until) is not true then
    raise exception using errcode = 'S1103', message = 'too late';
  end if;
  select x.status, x.deleted_at into t from public.tenants x where x.id = claim;
  if not found or t.deleted_at is not null or t.status = 'suspended' then
    raise exception using errcode = 'S4004', message = 'suspended';
  end if;
  if j.member_id is not null then
    select x.user_id, x.role, x.added, x.removed, x.library_id, x.accepted_at, x.removed_at into m
      from public.memberships x where x.tenant_id = claim and x.id = j.member_id;
    if not found or m.accepted_at is null or m.removed_at is not null then
      raise exception using errcode = 'S1001', message = 'membership';
    end if;
    if work.roles is null or j.permission = any (m.removed)
        or (m.role = any (work.roles) or j.permission = any (m.added)) is not true then
      raise exception using errcode = 'S1004', message = 'not allowed';
    end if;
    user_id := m.user_id;
    library_id := m.library_id;
  end if;
  kind := j.kind;
  event_id := j.event_id;
  payload := j.payload;
  member_id := j.member_id;
end $$;

-- The end of a job stands in the transaction of its effect, and is refused to whoever no longer holds it.
create function jobs.finish(job uuid, attempt int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  j record;
begin
  delete from public.jobs x where x.for_tenant = claim and x.id = finish.job and x.state = 'running'
      and x.attempt = finish.attempt and x.lease_until > clock_timestamp()
    returning x.kind, x.lane into j;
  if not found then
    raise exception using errcode = 'S1103', message = 'lost';
  end if;
  if j.lane is not null then
    perform jobs.wake(claim, j.kind, j.lane);
  end if;
end $$;

-- Tried again after a while, or given up where `again` is null or no attempt is left. True where it is given up.
create function jobs.fail(job uuid, attempt int, error text, again interval) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  j record;
begin
  update public.jobs x set lease_until = null, changed_at = clock_timestamp(), error = left(fail.error, 2000),
      state = case when fail.again is null or x.attempt >= x.attempts then 'dead' else 'later' end,
      due_at = clock_timestamp() + coalesce(fail.again, '0')
    where x.for_tenant = claim and x.id = fail.job and x.state = 'running' and x.attempt = fail.attempt
    returning x.kind, x.lane, x.state into j;
  if not found then
    raise exception using errcode = 'S1103', message = 'lost';
  end if;
  if j.state = 'dead' and j.lane is not null then
    perform jobs.wake(claim, j.kind, j.lane);
  end if;
  return j.state = 'dead';
end $$;

-- Given back without having been tried: its tenant is closed, or its bucket empty.
create function jobs.put_back(job uuid, attempt int, again interval) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
begin
  update public.jobs x set lease_until = null, changed_at = clock_timestamp(), attempt = x.attempt - 1, state = 'later',
      due_at = clock_timestamp() + put_back.again
    where x.for_tenant = claim and x.id = put_back.job and x.state = 'running' and x.attempt = put_back.attempt;
  if not found then
    raise exception using errcode = 'S1103', message = 'lost';
  end if;
end $$;

-- A job of the claimed tenant. Null where one of its kind and key is open already.
create function jobs.add(kind text, queue text, key text, lane text, payload jsonb, priority int, attempts int,
  due_at timestamptz, member_id uuid, permission text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  made uuid;
begin
  -- As the relay holds it.
  perform from public.jobs j where j.for_tenant = claim and j.kind = add.kind and j.lane = add.lane
    and j.lane is not null and j.state <> 'dead' order by j.seq desc limit 1 for share;
  insert into public.jobs (for_tenant, kind, queue, key, lane, payload, priority, attempts, due_at, member_id,
      permission, state)
    values (claim, add.kind, add.queue, add.key, add.lane, coalesce(add.payload, '{}'), coalesce(add.priority, 0),
      coalesce(add.attempts, 8), coalesce(add.due_at, clock_timestamp()), add.member_id, add.permission,
      case when exists (select from public.jobs j where j.for_tenant = claim and j.kind = add.kind and j.lane = add.lane
        and j.lane is not null and j.state <> 'dead') then 'behind'
        when add.due_at > clock_timestamp() then 'later' else 'waiting' end)
    on conflict (for_tenant, kind, key) where key is not null and state <> 'dead' do nothing
    returning jobs.id into made;
  return made;
end $$;

-- One of all that ask gets the time: the last one missed alone, however many were.
create function jobs.tick(name text, slot timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  insert into public.job_schedules (name, last) values (tick.name, tick.slot)
    on conflict on constraint job_schedules_pkey do update set last = excluded.last
      where job_schedules.last < excluded.last;
  return found;
end $$;

-- Takes from a bucket that earns `rate` a second and holds `burst`: zero, or how many milliseconds to wait.
create function jobs.take(bucket text, rate double precision, burst int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  now constant timestamptz := clock_timestamp();
  one constant interval := make_interval(secs => 1 / take.rate);
  earned timestamptz;
begin
  perform jobs.for_platform();
  insert into public.job_buckets (name, earned_at) values (take.bucket, '-infinity') on conflict do nothing;
  select greatest(b.earned_at, now) + one into earned from public.job_buckets b where b.name = take.bucket for update;
  if earned > now + one * take.burst then
    return ceil(extract(epoch from earned - now - one * take.burst) * 1000);
  end if;
  update public.job_buckets b set earned_at = earned where b.name = take.bucket;
  return 0;
end $$;

-- What workers have done since they last said so.
create function jobs.report(tallies jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  insert into public.job_tallies as t (kind, done, failed, last_at, note, last_error, last_error_at)
    select r.kind, r.done, r.failed, case when r.done > 0 then clock_timestamp() end, left(r.note, 500),
        left(r.error, 2000),
        case when r.error is not null then clock_timestamp() end
      from jsonb_to_recordset(tallies) r(kind text, done bigint, failed bigint, note text, error text) order by r.kind
    on conflict (kind) do update set done = t.done + excluded.done, failed = t.failed + excluded.failed,
      last_at = coalesce(excluded.last_at, t.last_at), note = coalesce(excluded.note, t.note), last_error = coalesce(excluded.last_error, t.last_error),
      last_error_at = coalesce(excluded.last_error_at, t.last_error_at);
end $$;

grant execute on function jobs.claim, jobs.renew, jobs.upkeep, jobs.finish, jobs.fail, jobs.put_back, jobs.add, jobs.tick,
  jobs.take, jobs.report, wall.work to ss_system;

set local role ss_owner;
revoke create on schema jobs from ss_jobs;
revoke create, usage on schema wall from ss_jobs;
