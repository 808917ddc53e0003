-- Runs as ss_owner. Whoever comes with the previous secret before its successor was confirmed lost an answer, and his
-- other tabs are on their way with the same secret: for the grace from then on it stays good, though one of them confirms.
-- works with code from 0007

grant create on schema identity to ss_identity;
set local role ss_identity;

create or replace function identity.rotate(
  session uuid, secret_hash bytea, portal text, from_generation int, next_hash bytea,
  access_seconds int, grace_seconds int, confirm_seconds int, minimum_age_seconds int
) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions;
  at timestamptz;
  state text;
  outcome text := 'kept';
begin
  -- Parallel refreshes queue here and all get the same successor.
  select * into s from public.sessions x where x.id = rotate.session and x.portal = rotate.portal for update;
  if not found then
    return null;
  end if;
  at := clock_timestamp();
  state := case
    when rotate.secret_hash is null then 'stale'
    when s.secret_hash = rotate.secret_hash then 'current'
    when s.previous_hash = rotate.secret_hash and (s.confirmed_at is null or at < s.previous_until) then 'previous'
    else 'stale'
  end;
  if s.ended_at is not null or at >= least(s.idle_ends_at, s.ends_at)
      or (select x.active from public.users x where x.id = s.user_id) is not true then
    outcome := 'ended';
  elsif state = 'stale' then
    outcome := 'reuse';
    perform identity.end_reused(s);
  elsif state = 'current' and s.generation = rotate.from_generation
      and at >= s.rotated_at + make_interval(secs => minimum_age_seconds) then
    outcome := 'rotated';
    update public.sessions x set
        secret_hash = rotate.next_hash, previous_hash = s.secret_hash, generation = s.generation + 1, rotated_at = at,
        previous_until = at + make_interval(secs => grace_seconds),
        confirm_after = at + make_interval(secs => confirm_seconds), confirmed_at = null,
        access_ends_at = least(at + make_interval(secs => access_seconds), s.ends_at),
        idle_ends_at = least(at + make_interval(days => s.idle_days), s.ends_at)
      where x.id = s.id returning * into s;
  -- Once confirmed, the previous secret gains no time: who holds it then is the thief, or a straggler within the grace.
  elsif state = 'previous' and s.confirmed_at is null then
    update public.sessions x set previous_until = at + make_interval(secs => grace_seconds)
      where x.id = s.id returning * into s;
    if (s.access_ends_at - at) < make_interval(secs => access_seconds) / 2 then
      -- The access that went with the lost answer has nearly run out: the successor is handed out as if made now.
      update public.sessions x set
          rotated_at = at,
          confirm_after = at + make_interval(secs => confirm_seconds),
          access_ends_at = least(at + make_interval(secs => access_seconds), s.ends_at),
          idle_ends_at = least(at + make_interval(days => s.idle_days), s.ends_at)
        where x.id = s.id returning * into s;
    end if;
  end if;
  return jsonb_build_object('outcome', outcome, 'generation', s.generation, 'accessEndsAt', s.access_ends_at,
    'expiresAt', least(s.idle_ends_at, s.ends_at), 'tenant', s.for_tenant, 'library', s.library_id);
end $$;

set local role ss_owner;
revoke create on schema identity from ss_identity;
