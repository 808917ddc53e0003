-- works with code from 0007
-- Runs as ss_owner. What must go in time goes in small steps, for all tenants, one process at a time.

drop function identity.prune();
drop function wall.forget_keys();

create index one_time_tokens_expires_at_idx on one_time_tokens (expires_at);
create index sessions_over_at_idx on sessions (least(ends_at, idle_ends_at, coalesce(ended_at, ends_at)));

-- The gate alone sees every tenant: it tells which come next.
grant create on schema wall to ss_gate;
set local role ss_gate;
create function wall.tenants_after(after uuid, most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.id from public.tenants t
    where t.id > coalesce(after, '00000000-0000-0000-0000-000000000000') order by t.id limit most;
$$;
grant execute on function wall.tenants_after to ss_owner;
set local role ss_owner;
revoke create on schema wall from ss_gate;

-- One step: what it removed, whether more is left, and the tenant to go on behind. Null when another is at it. The keys
-- of each tenant go under its own claim, which only ss_owner's wall is passed with.
create function identity.tidy(after uuid, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  many constant integer := least(greatest(coalesce(most, 0), 1), 1000);
  claim constant text := current_setting('app.tenant_id', true);
  tokens integer;
  sessions integer;
  keys integer := 0;
  gone integer;
  tenant uuid;
  last uuid := after;
  seen integer := 0;
begin
  if not pg_try_advisory_xact_lock(7318293) then
    return null;
  end if;
  delete from public.one_time_tokens k where k.token_hash = any (array(
    select x.token_hash from public.one_time_tokens x where x.expires_at < now() - interval '1 day'
      order by x.expires_at limit many));
  get diagnostics tokens = row_count;
  delete from public.sessions s where s.id = any (array(
    select x.id from public.sessions x
      where least(x.ends_at, x.idle_ends_at, coalesce(x.ended_at, x.ends_at)) < now() - interval '30 days'
      order by least(x.ends_at, x.idle_ends_at, coalesce(x.ended_at, x.ends_at)) limit many));
  get diagnostics sessions = row_count;
  for tenant in select wall.tenants_after(after, 100) loop
    execute format('set local app.tenant_id = %L', tenant);
    delete from public.idempotency_keys k where k.tenant_id = tenant and k.key = any (array(
      select x.key from public.idempotency_keys x
        where x.tenant_id = tenant and x.created_at < now() - interval '1 day' order by x.created_at limit many - keys));
    get diagnostics gone = row_count;
    keys := keys + gone;
    exit when keys >= many;
    last := tenant;
    seen := seen + 1;
  end loop;
  execute format('set local app.tenant_id = %L', coalesce(claim, ''));
  return jsonb_build_object('tokens', tokens, 'sessions', sessions, 'keys', keys, 'after', last,
    'more', seen = 100 or keys >= many or tokens = many or sessions = many);
end $$;
grant execute on function identity.tidy to ss_auth;
