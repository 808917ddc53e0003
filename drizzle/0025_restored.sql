-- works with code from 0021
-- Runs as ss_owner. A database that was restored begins a line of news of its own, by itself.

-- What tables are.
ALTER TABLE "job_relay" ADD COLUMN "home" text;

-- As it was, and where it is.
grant create on schema jobs to ss_jobs;
set local role ss_jobs;

create or replace function jobs.relay_batch(most int) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  many constant int := least(greatest(coalesce(most, 0), 1), 5000);
  r record;
  epoch constant timestamptz := pg_postmaster_start_time();
  here text;
  seen pg_snapshot;
  seqs bigint[];
  full_batch boolean;
  last bigint;
  top bigint;
  moved bigint;
  made int;
  news jsonb;
  late double precision;
begin
  perform jobs.for_platform();
  select * into r from public.job_relay x;
  if r.mark_seq is not distinct from r.cursor and r.mark_epoch = epoch and r.early = '{}' and not exists (
      select from public.domain_events e where e.seq > r.cursor) then
    return null;
  end if;
  select * into r from public.job_relay x for update skip locked;
  if not found then
    return null;
  end if;
  -- A dump that is restored knows fewer numbers than were told: nobody may go on by those.
  select s.system_identifier || ':' || p.timeline_id || ':' || d.oid into here
    from pg_control_system() s, pg_control_checkpoint() p, pg_database d where d.datname = current_database();
  if r.home <> here then
    r.line := gen_random_uuid();
  end if;

  -- One statement, so that what is seen and the snapshot belong together.
  select pg_current_snapshot(), coalesce(array_agg(b.seq order by b.seq), '{}') into seen, seqs
    from (select e.seq from public.domain_events e where e.seq > r.cursor and e.seq <> all (r.early)
      order by e.seq limit many) b;
  full_batch := cardinality(seqs) = many;
  last := coalesce(seqs[cardinality(seqs)], r.cursor);
  top := case when full_batch then last
    else greatest(last, r.cursor, (select max(s) from unnest(r.early) s)) end;
  moved := r.cursor;
  if r.mark_epoch is distinct from epoch then
    r.mark_seq := null;
  elsif pg_snapshot_xmin(seen) >= r.mark_xmax::xid8 then
    moved := greatest(r.cursor, case when full_batch then least(r.mark_seq, last) else r.mark_seq end);
    r.mark_seq := null;
  end if;
  if r.mark_seq is null then
    r.mark_seq := top;
    r.mark_xmax := pg_snapshot_xmax(seen)::text;
    r.mark_epoch := epoch;
  end if;

  -- The last of a lane must not end unseen: it would wake nobody, and what is put behind it would wait for ever.
  perform from (
      select distinct e.tenant_id, s.kind, e.subject_kind || ':' || e.subject_id as lane
        from public.domain_events e join public.job_subscribers s
          on s.ordered and e.name = any (s.events) and e.seq > s.from_seq
        where e.seq = any (seqs)
      ) l cross join lateral (
        select from public.jobs j where j.for_tenant = l.tenant_id and j.kind = l.kind and j.lane = l.lane
          and j.lane is not null and j.state <> 'dead' order by j.seq desc limit 1 for share
      ) held;
  with due as (
    select e.tenant_id, e.id, e.seq, s.kind, s.queue, s.attempts,
        case when s.ordered then e.subject_kind || ':' || e.subject_id end as lane
      from public.domain_events e join public.job_subscribers s on e.name = any (s.events) and e.seq > s.from_seq
      where e.seq = any (seqs)
  ), placed as (
    select d.*, row_number() over (partition by d.tenant_id, d.kind, d.lane order by d.seq) as place from due d
  )
  insert into public.jobs (for_tenant, queue, kind, lane, event_id, attempts, state)
    select p.tenant_id, p.queue, p.kind, p.lane, p.id, p.attempts,
        case when p.lane is not null and (p.place > 1 or exists (
          select from public.jobs j where j.for_tenant = p.tenant_id and j.kind = p.kind and j.lane = p.lane
            and j.lane is not null and j.state <> 'dead')) then 'behind' else 'waiting' end
      from placed p order by p.seq
    on conflict (for_tenant, kind, event_id) where event_id is not null do nothing;
  get diagnostics made = row_count;

  select coalesce(jsonb_agg(jsonb_build_object('seq', r.told + n.place, 'event', n.id, 'tenant', n.tenant_id,
      'kind', n.subject_kind, 'id', n.subject_id, 'library', n.library_id, 'actor', n.actor_id)
      order by n.place), '[]'),
      extract(epoch from clock_timestamp() - min(n.occurred_at)) * 1000 into news, late
    from (select e.id, e.tenant_id, e.subject_kind, e.subject_id, e.library_id, e.actor_id, e.occurred_at,
        row_number() over (order by e.seq) as place from public.domain_events e where e.seq = any (seqs)) n;
  update public.job_relay set cursor = moved,
      early = array(select s from unnest(r.early || seqs) s where s > moved order by s),
      mark_seq = r.mark_seq, mark_xmax = r.mark_xmax, mark_epoch = r.mark_epoch,
      told = r.told + cardinality(seqs), relayed_at = clock_timestamp(), line = r.line, home = here;
  return jsonb_build_object('line', r.line, 'news', news, 'jobs', made, 'more', full_batch, 'lateMs', coalesce(late, 0));
end $$;

set local role ss_owner;
revoke create on schema jobs from ss_jobs;
