-- works with code from 0021
-- Runs as ss_owner. What the platform announces to its tenants, who has read it, and the two ways to it: a tenant's members
-- see what concerns them now, and the platform how many have read it.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "announcement_reads" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"member_id" uuid NOT NULL,
	"announcement_id" uuid NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "announcement_reads_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "announcement_reads_once_key" UNIQUE("tenant_id","member_id","announcement_id")
);

CREATE TABLE "announcements" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text collate wall.people NOT NULL,
	"body" text NOT NULL,
	"name_hi" text collate wall.people,
	"body_hi" text,
	"importance" text DEFAULT 'info' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"audience" uuid[],
	"published_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "announcements_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "announcements_name_check" CHECK (length(name) between 1 and 120 and length(name_hi) between 1 and 120),
	CONSTRAINT "announcements_body_check" CHECK (length(body) between 1 and 2000 and length(body_hi) between 1 and 2000),
	CONSTRAINT "announcements_importance_check" CHECK (importance in ('info', 'warning')),
	CONSTRAINT "announcements_ends_check" CHECK (ends_at > starts_at),
	CONSTRAINT "announcements_audience_check" CHECK (cardinality(audience) between 1 and 50),
	CONSTRAINT "announcements_state_check" CHECK ((ended_at is null or published_at is not null) and (removed_at is null or published_at is null))
);

ALTER TABLE "announcement_reads" ADD CONSTRAINT "announcement_reads_member_fkey" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."memberships"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "announcement_reads_of_idx" ON "announcement_reads" USING btree ("announcement_id","tenant_id");
CREATE INDEX "announcements_tenant_id_created_at_idx" ON "announcements" USING btree ("tenant_id","created_at","id");
reset app.tenant_id;

-- What guards them.
alter table announcement_reads enable row level security;
alter table announcement_reads force row level security;
create policy wall on announcement_reads to ss_tenant, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy gate on announcement_reads for select to ss_gate
  using (true);
grant select on announcement_reads to ss_tenant;
grant insert on announcement_reads to ss_tenant;
grant select (tenant_id, member_id, announcement_id) on announcement_reads to ss_gate;
alter table announcements enable row level security;
alter table announcements force row level security;
create policy wall on announcements to ss_platform, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy gate on announcements for select to ss_gate
  using (true);
grant select on announcements to ss_platform;
grant insert on announcements to ss_platform;
grant update (name, body, name_hi, body_hi, importance, starts_at, ends_at, audience, published_at, told_at, ended_at, removed_at, version, updated_at) on announcements to ss_platform;
grant select on announcements to ss_system;
grant update (told_at) on announcements to ss_system;
grant select (tenant_id, id, name, body, name_hi, body_hi, importance, starts_at, ends_at, audience, published_at, ended_at) on announcements to ss_gate;

grant create on schema wall to ss_gate;
set local role ss_gate;

-- What was published for everyone or for the claimed tenant, has begun and is not over. Nothing else of an announcement
-- reaches a tenant: no draft, and not for whom else it is.
create function wall.board() returns table (id uuid, name text, body text, name_hi text, body_hi text, importance text,
  starts_at timestamptz, ends_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
begin
  return query
    select a.id, a.name::text, a.body, a.name_hi::text, a.body_hi, a.importance, a.starts_at, a.ends_at
      from public.announcements a
      where a.tenant_id = '00000000-0000-7000-8000-000000000001' and a.published_at is not null and a.ended_at is null
        and a.starts_at <= now() and a.ends_at > now() and (a.audience is null or claim = any (a.audience))
      order by a.starts_at desc, a.id desc limit 50;
end $$;

-- How many an announcement is for, and how many of those have read it: numbers, and nobody's name. No row where it was
-- never published.
create function wall.announcement_reach(announcement uuid) returns table (tenants int, members int, tenants_read int,
  members_read int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  platform constant uuid := '00000000-0000-7000-8000-000000000001';
  audience uuid[];
begin
  if current_setting('app.tenant_id')::uuid is distinct from platform then
    raise exception using errcode = '42501', message = 'under the claim of the platform alone';
  end if;
  select a.audience into audience from public.announcements a
    where a.tenant_id = platform and a.id = announcement_reach.announcement and a.published_at is not null;
  if not found then
    return;
  end if;
  return query
    with ours as (
      select t.id from public.tenants t
        where t.kind = 'library' and t.deleted_at is null and (audience is null or t.id = any (audience))
    ), people as (
      select m.tenant_id, m.id from public.memberships m join ours o on o.id = m.tenant_id
        where m.accepted_at is not null and m.removed_at is null
    ), readers as (
      select r.tenant_id from public.announcement_reads r
        join people p on p.tenant_id = r.tenant_id and p.id = r.member_id
        where r.announcement_id = announcement_reach.announcement
    )
    select (select count(*)::int from ours), (select count(*)::int from people), count(distinct r.tenant_id)::int,
      count(*)::int from readers r;
end $$;

grant execute on function wall.board to ss_tenant;
grant execute on function wall.announcement_reach to ss_platform;

set local role ss_owner;
revoke create on schema wall from ss_gate;
