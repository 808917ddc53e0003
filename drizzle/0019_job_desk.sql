-- works with code from 0015
-- Runs as ss_owner. What the platform's staff see of jobs, and do about them.

grant create on schema jobs to ss_jobs;
set local role ss_jobs;

create function jobs.overview() returns jsonb
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
      select j.queue, j.state, count(*)::int as count, min(j.due_at) as since from public.jobs j group by 1, 2) q),
    'tenants', (select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (
      select j.for_tenant as id, t.name, count(*)::int as count, min(j.due_at) as since
        from public.jobs j left join public.tenants t on t.id = j.for_tenant where j.state in ('waiting', 'behind')
        group by 1, 2 order by count(*) desc, min(j.due_at) limit 20) q),
    'pauses', (select coalesce(jsonb_agg(jsonb_build_object('queue', p.queue, 'tenant', p.for_tenant, 'name', t.name,
        'reason', p.reason, 'since', p.since) order by p.since), '[]')
      from public.job_pauses p left join public.tenants t on t.id = p.for_tenant),
    'tallies', (select coalesce(jsonb_agg(to_jsonb(t) order by t.kind), '[]') from public.job_tallies t),
    'notifications', pg_notification_queue_usage());
end $$;

-- Given up, the last one first.
create function jobs.dead(before timestamptz, before_id uuid, most int)
returns table (id uuid, tenant uuid, tenant_name text, kind text, queue text, attempts int, error text, payload jsonb,
  event_id uuid, event_name text, subject_kind text, subject_id text, created_at timestamptz, changed_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  return query
    select j.id, j.for_tenant, t.name::text, j.kind, j.queue, j.attempt, j.error, j.payload, j.event_id, e.name,
        e.subject_kind, e.subject_id, j.created_at, j.changed_at
      from public.jobs j left join public.tenants t on t.id = j.for_tenant
        left join public.domain_events e on e.tenant_id = j.for_tenant and e.id = j.event_id
      where j.state = 'dead' and (j.changed_at, j.id) < (coalesce(dead.before, 'infinity'),
        coalesce(dead.before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by j.changed_at desc, j.id desc limit least(greatest(dead.most, 1), 200);
end $$;

-- Once more from the first attempt, behind what its lane holds by now. False where it is no longer given up.
create function jobs.replay(tenant uuid, job uuid) returns boolean
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
  update public.jobs x set attempt = 0, seq = default, changed_at = clock_timestamp(), due_at = clock_timestamp(),
      state = case when exists (select from public.jobs o where o.for_tenant = replay.tenant and o.kind = j.kind
        and o.lane = j.lane and o.lane is not null and o.state <> 'dead') then 'behind' else 'waiting' end
    where x.for_tenant = replay.tenant and x.id = replay.job;
  return true;
end $$;

create function jobs.drop(tenant uuid, job uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  delete from public.jobs x where x.for_tenant = drop.tenant and x.id = drop.job and x.state = 'dead';
  return found;
end $$;

-- A queue, a tenant's jobs, or its jobs of one queue: an empty text and no tenant stand for all.
create function jobs.pause(queue text, tenant uuid, reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  insert into public.job_pauses as p (queue, for_tenant, reason)
    values (pause.queue, coalesce(pause.tenant, '00000000-0000-0000-0000-000000000000'), pause.reason)
    on conflict on constraint job_pauses_pkey do update set reason = excluded.reason;
end $$;

create function jobs.go_on(queue text, tenant uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform jobs.for_platform();
  delete from public.job_pauses p where p.queue = go_on.queue
    and p.for_tenant = coalesce(go_on.tenant, '00000000-0000-0000-0000-000000000000');
  return found;
end $$;

grant execute on function jobs.overview, jobs.dead, jobs.replay, jobs.drop, jobs.pause, jobs.go_on to ss_platform;
grant execute on function jobs.overview to ss_system;

set local role ss_owner;
revoke create on schema jobs from ss_jobs;
