-- Runs as ss_owner. The claim is read before the rows: in the filter alone a plan may pass over it, and a missing one
-- would be no error.
create or replace function wall.forget_keys() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  gone integer;
begin
  delete from public.idempotency_keys k where k.tenant_id = claim and k.created_at < now() - interval '1 day';
  get diagnostics gone = row_count;
  return gone;
end $$;
