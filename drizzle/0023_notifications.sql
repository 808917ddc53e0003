-- works with code from 0021
-- Runs as ss_owner. What members are told, how many of it are unread, and what they want to hear of; old notices go in time.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "inboxes" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"member_id" uuid NOT NULL,
	"unread" integer DEFAULT 0 NOT NULL,
	"muted" text[] DEFAULT '{}'::text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inboxes_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "inboxes_tenant_id_member_id_key" UNIQUE("tenant_id","member_id"),
	CONSTRAINT "inboxes_unread_check" CHECK (unread >= 0),
	CONSTRAINT "inboxes_muted_check" CHECK (cardinality(muted) <= 200)
);

CREATE TABLE "notifications" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"priority" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"group_key" text,
	"cause" text NOT NULL,
	"more" text[] DEFAULT '{}'::text[] NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"cleared_at" timestamp with time zone,
	CONSTRAINT "notifications_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notifications_cause_key" UNIQUE("tenant_id","member_id","kind","cause"),
	CONSTRAINT "notifications_kind_check" CHECK (kind ~ '^[a-z]+[.][a-z_]+$'),
	CONSTRAINT "notifications_category_check" CHECK (category in ('tenant', 'library', 'subscription', 'security', 'system')),
	CONSTRAINT "notifications_priority_check" CHECK (priority in ('low', 'medium', 'high', 'critical')),
	CONSTRAINT "notifications_data_check" CHECK (jsonb_typeof(data) = 'object')
);

ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_member_fkey" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."memberships"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_member_fkey" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."memberships"("tenant_id","id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "notifications_list_idx" ON "notifications" USING btree ("tenant_id","member_id","told_at","id") WHERE cleared_at is null;
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("tenant_id","member_id","told_at","id") WHERE read_at is null and cleared_at is null;
CREATE INDEX "notifications_group_idx" ON "notifications" USING btree ("tenant_id","member_id","group_key") WHERE group_key is not null;
CREATE INDEX "notifications_told_at_idx" ON "notifications" USING btree ("tenant_id","told_at");
reset app.tenant_id;

-- What guards them.
alter table inboxes enable row level security;
alter table inboxes force row level security;
create policy wall on inboxes to ss_tenant, ss_platform, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on inboxes to ss_tenant;
grant insert on inboxes to ss_tenant;
grant update (unread, muted, version, updated_at) on inboxes to ss_tenant;
grant select on inboxes to ss_platform;
grant insert on inboxes to ss_platform;
grant update (unread, muted, version, updated_at) on inboxes to ss_platform;
grant select on inboxes to ss_system;
grant insert on inboxes to ss_system;
grant update (unread) on inboxes to ss_system;
alter table notifications enable row level security;
alter table notifications force row level security;
create policy wall on notifications to ss_tenant, ss_platform, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on notifications to ss_tenant;
grant update (read_at, cleared_at) on notifications to ss_tenant;
grant select on notifications to ss_platform;
grant update (read_at, cleared_at) on notifications to ss_platform;
grant select on notifications to ss_system;
grant insert on notifications to ss_system;
grant update (data, more, told_at) on notifications to ss_system;

-- As before, and notices with it.
create or replace function identity.tidy(after uuid, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  many constant integer := least(greatest(coalesce(most, 0), 1), 1000);
  claim constant text := current_setting('app.tenant_id', true);
  tokens integer;
  sessions integer;
  keys integer := 0;
  notices integer := 0;
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
    with old as (
      delete from public.notifications n where n.tenant_id = tenant and n.id = any (array(
        select x.id from public.notifications x
          where x.tenant_id = tenant and x.told_at < now() - interval '90 days' order by x.told_at limit many - notices))
        returning n.member_id, n.read_at is null and n.cleared_at is null as unread
    ), fewer as (
      update public.inboxes i set unread = i.unread - o.unread
        from (select member_id, count(*) filter (where unread)::int as unread from old group by member_id) o
        where i.tenant_id = tenant and i.member_id = o.member_id and o.unread > 0
    )
    select count(*) into gone from old;
    notices := notices + gone;
    exit when keys >= many or notices >= many;
    last := tenant;
    seen := seen + 1;
  end loop;
  execute format('set local app.tenant_id = %L', coalesce(claim, ''));
  return jsonb_build_object('tokens', tokens, 'sessions', sessions, 'keys', keys, 'notices', notices, 'after', last,
    'more', seen = 100 or keys >= many or notices >= many or tokens = many or sessions = many);
end $$;
