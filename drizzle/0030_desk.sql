-- works with code from 0025
-- Runs as ss_owner. The operator's desk: who paused something, also for one tenant; each failure of a job; what was given
-- up, by kind and by tenant. `jobs.dead` is the code's from before.

-- What tables are.
ALTER TABLE "job_pauses" ADD COLUMN "by_name" text;
ALTER TABLE "jobs" ADD COLUMN "failures" jsonb;

grant create on schema jobs to ss_jobs;
set local role ss_jobs;

drop function jobs.pause(text, uuid, text);

-- The last ones: a job that is tried again and again must not grow without end.
create function jobs.with_failure(failures jsonb, attempt int, error text) returns jsonb
language sql set search_path = pg_catalog, pg_temp as $$
  select jsonb_path_query_array(coalesce(failures, '[]') || jsonb_build_array(jsonb_build_object(
    'at', clock_timestamp(), 'attempt', attempt, 'error', left(error, 500))), '$[last - 19 to last]');
$$;

-- As before, and each failure is kept.
create or replace function jobs.fail(job uuid, attempt int, error text, again interval) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  j record;
begin
  update public.jobs x set lease_until = null, changed_at = clock_timestamp(), error = left(fail.error, 2000),
      failures = jobs.with_failure(x.failures, x.attempt, fail.error),
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

create or replace function jobs.upkeep() returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due int;
  lapsed int := 0;
  stopped constant text := 'its worker stopped in the middle of it';
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
        error = stopped, failures = jobs.with_failure(x.failures, j.attempt, stopped)
      where x.for_tenant = j.for_tenant and x.id = j.id;
    if j.attempt >= j.attempts and j.lane is not null then
      perform jobs.wake(j.for_tenant, j.kind, j.lane);
    end if;
  end loop;
  return jsonb_build_object('due', due, 'lapsed', lapsed);
end $$;

create function jobs.pause(queue text, tenant uuid, reason text, by_name text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  insert into public.job_pauses as p (queue, for_tenant, reason, by_name)
    values (pause.queue, coalesce(pause.tenant, '00000000-0000-0000-0000-000000000000'), pause.reason, pause.by_name)
    on conflict on constraint job_pauses_pkey do update set reason = excluded.reason, by_name = excluded.by_name;
end $$;

-- A tenant's own, for its record: what holds up everybody stands on the page of health.
create function jobs.paused(tenant uuid) returns table (queue text, reason text, by_name text, since timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  return query select p.queue, p.reason, p.by_name, p.since from public.job_pauses p
    where p.for_tenant = paused.tenant order by p.since;
end $$;

-- Why a tenant's job of a queue that could be done is not; null where nothing holds it up.
create function jobs.held_by(queue text, tenant uuid) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when exists (select from public.job_pauses p where p.queue in ('', held_by.queue)
      and p.for_tenant in ('00000000-0000-0000-0000-000000000000', held_by.tenant)) then 'paused'
    when exists (select from public.tenants t where t.id = held_by.tenant
      and (t.status = 'suspended' or t.deleted_at is not null)) then 'closed' end;
$$;

-- As before; what is held up is told apart from what waits for a worker, and what was given up is counted by whose it is.
create or replace function jobs.overview() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  r record;
begin
  perform jobs.for_platform();
  select * into r from public.job_relay x;
  return jsonb_build_object(
    'relayedAt', r.relayed_at,
    'early', cardinality(r.early),
    'unrelayed', (select jsonb_build_object('count', count(*), 'since', min(e.occurred_at)) from (
      select x.occurred_at from public.domain_events x where x.seq > coalesce(r.cursor, 0) and x.seq <> all (coalesce(r.early, '{}'))
        order by x.seq limit 10000) e),
    'queues', (select coalesce(jsonb_agg(to_jsonb(q) order by q.queue, q.state), '[]') from (
      select g.queue, case when g.state in ('waiting', 'behind') then coalesce(jobs.held_by(g.queue, g.for_tenant), g.state)
            else g.state end as state, sum(g.count)::int as count, min(g.since) as since
        from (select j.queue, j.for_tenant, j.state, count(*) as count, min(j.due_at) as since from public.jobs j
          group by 1, 2, 3) g group by 1, 2) q),
    'tenants', (select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (
      select j.for_tenant as id, t.name, count(*)::int as count, min(j.due_at) as since
        from public.jobs j left join public.tenants t on t.id = j.for_tenant where j.state in ('waiting', 'behind')
        group by 1, 2 order by count(*) desc, min(j.due_at) limit 20) q),
    'pauses', (select coalesce(jsonb_agg(jsonb_build_object('queue', p.queue, 'tenant', p.for_tenant, 'name', t.name,
        'reason', p.reason, 'by', p.by_name, 'since', p.since) order by p.since), '[]')
      from public.job_pauses p left join public.tenants t on t.id = p.for_tenant),
    'dead', (select coalesce(jsonb_agg(to_jsonb(d) order by d.count desc, d.kind, d.tenant), '[]') from (
      select j.kind, j.for_tenant as tenant, t.name, count(*)::int as count
        from public.jobs j left join public.tenants t on t.id = j.for_tenant where j.state = 'dead'
        group by 1, 2, 3 order by 4 desc limit 200) d),
    'tallies', (select coalesce(jsonb_agg(to_jsonb(t) order by t.kind), '[]') from public.job_tallies t),
    'notifications', pg_notification_queue_usage());
end $$;

-- Given up, the last one first: of one kind, of one tenant, or this one.
create function jobs.given_up(of_kind text, of_tenant uuid, job uuid, most int)
returns table (id uuid, tenant uuid, tenant_name text, kind text, attempts int, error text, failures jsonb, payload jsonb,
  event_name text, subject_kind text, subject_id text, happened_at timestamptz, created_at timestamptz, changed_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  return query
    select j.id, j.for_tenant, t.name::text, j.kind, j.attempt, j.error, coalesce(j.failures, '[]'), j.payload, e.name,
        e.subject_kind, e.subject_id, e.occurred_at, j.created_at, j.changed_at
      from public.jobs j left join public.tenants t on t.id = j.for_tenant
        left join public.domain_events e on e.tenant_id = j.for_tenant and e.id = j.event_id
      where j.state = 'dead' and (of_kind is null or j.kind = of_kind) and (of_tenant is null or j.for_tenant = of_tenant)
        and (given_up.job is null or j.id = given_up.job)
      order by j.changed_at desc, j.id desc limit least(greatest(given_up.most, 1), 200);
end $$;

grant execute on function jobs.pause, jobs.paused, jobs.given_up to ss_platform;

set local role ss_owner;
revoke create on schema jobs from ss_jobs;
