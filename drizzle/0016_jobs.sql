-- works with code from 0015
-- Runs as ss_owner. What makes things happen: events become jobs, once each and in their order; a worker does them under
-- the claim of the tenant that they belong to; what it relays is told to all portals.

-- What tables are.
CREATE TABLE "job_buckets" (
	"name" text PRIMARY KEY NOT NULL,
	"earned_at" timestamp with time zone NOT NULL
);

CREATE TABLE "job_pauses" (
	"queue" text DEFAULT '' NOT NULL,
	"for_tenant" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_pauses_pkey" PRIMARY KEY("queue","for_tenant")
);

CREATE TABLE "job_relay" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"line" uuid DEFAULT gen_random_uuid() NOT NULL,
	"cursor" bigint DEFAULT 0 NOT NULL,
	"early" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"mark_seq" bigint,
	"mark_xmax" text,
	"mark_epoch" timestamp with time zone,
	"told" bigint DEFAULT 0 NOT NULL,
	"relayed_at" timestamp with time zone,
	CONSTRAINT "job_relay_one_check" CHECK (one),
	CONSTRAINT "job_relay_mark_check" CHECK (num_nulls(mark_seq, mark_xmax, mark_epoch) in (0, 3))
);

CREATE TABLE "job_schedules" (
	"name" text PRIMARY KEY NOT NULL,
	"last" timestamp with time zone NOT NULL
);

CREATE TABLE "job_subscribers" (
	"kind" text PRIMARY KEY NOT NULL,
	"events" text[] NOT NULL,
	"queue" text NOT NULL,
	"ordered" boolean NOT NULL,
	"attempts" integer NOT NULL,
	"from_seq" bigint NOT NULL,
	CONSTRAINT "job_subscribers_attempts_check" CHECK (attempts between 1 and 100)
);

CREATE TABLE "job_tallies" (
	"kind" text PRIMARY KEY NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone,
	"note" text,
	"last_error" text,
	"last_error_at" timestamp with time zone
);

CREATE TABLE "jobs" (
	"for_tenant" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "jobs_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"queue" text NOT NULL,
	"kind" text NOT NULL,
	"key" text,
	"lane" text,
	"event_id" uuid,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"member_id" uuid,
	"permission" text,
	"priority" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 8 NOT NULL,
	"lease_until" timestamp with time zone,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "jobs_pkey" PRIMARY KEY("for_tenant","id"),
	CONSTRAINT "jobs_state_check" CHECK (state in ('later', 'waiting', 'behind', 'running', 'dead')),
	CONSTRAINT "jobs_lease_check" CHECK ((state = 'running') = (lease_until is not null)),
	CONSTRAINT "jobs_attempts_check" CHECK (attempt >= 0 and attempts between 1 and 100),
	CONSTRAINT "jobs_member_check" CHECK ((member_id is null) = (permission is null)),
	CONSTRAINT "jobs_payload_check" CHECK (jsonb_typeof(payload) = 'object' and pg_column_size(payload) < 65536)
);

DROP INDEX "domain_events_tx_idx";
ALTER TABLE "domain_events" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "domain_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);
CREATE INDEX "jobs_ready_idx" ON "jobs" ("queue","for_tenant","priority","seq") WHERE state = 'waiting';
CREATE INDEX "jobs_running_idx" ON "jobs" ("queue","for_tenant") WHERE state = 'running';
CREATE INDEX "jobs_due_idx" ON "jobs" ("due_at") WHERE state = 'later';
CREATE INDEX "jobs_lease_idx" ON "jobs" ("lease_until") WHERE state = 'running';
CREATE INDEX "jobs_lane_idx" ON "jobs" ("for_tenant","kind","lane","seq") WHERE lane is not null and state <> 'dead';
CREATE INDEX "jobs_dead_idx" ON "jobs" ("changed_at","id") WHERE state = 'dead';
CREATE UNIQUE INDEX "jobs_key_idx" ON "jobs" ("for_tenant","kind","key") WHERE key is not null and state <> 'dead';
CREATE UNIQUE INDEX "jobs_event_idx" ON "jobs" ("for_tenant","kind","event_id") WHERE event_id is not null;
CREATE INDEX "domain_events_seq_idx" ON "domain_events" ("seq");

-- What guards them.
alter table job_buckets enable row level security;
alter table job_buckets force row level security;
create policy owner on job_buckets to ss_owner using (true) with check (true);
create policy jobs on job_buckets to ss_jobs using (true) with check (true);
grant select, insert, update, delete on job_buckets to ss_jobs;
alter table job_pauses enable row level security;
alter table job_pauses force row level security;
create policy owner on job_pauses to ss_owner using (true) with check (true);
create policy jobs on job_pauses to ss_jobs using (true) with check (true);
grant select, insert, update, delete on job_pauses to ss_jobs;
alter table job_relay enable row level security;
alter table job_relay force row level security;
create policy owner on job_relay to ss_owner using (true) with check (true);
create policy jobs on job_relay to ss_jobs using (true) with check (true);
grant select, insert, update, delete on job_relay to ss_jobs;
alter table job_schedules enable row level security;
alter table job_schedules force row level security;
create policy owner on job_schedules to ss_owner using (true) with check (true);
create policy jobs on job_schedules to ss_jobs using (true) with check (true);
grant select, insert, update, delete on job_schedules to ss_jobs;
alter table job_subscribers enable row level security;
alter table job_subscribers force row level security;
create policy owner on job_subscribers to ss_owner using (true) with check (true);
create policy jobs on job_subscribers to ss_jobs using (true) with check (true);
grant select, insert, update, delete on job_subscribers to ss_jobs;
alter table job_tallies enable row level security;
alter table job_tallies force row level security;
create policy owner on job_tallies to ss_owner using (true) with check (true);
create policy jobs on job_tallies to ss_jobs using (true) with check (true);
grant select, insert, update, delete on job_tallies to ss_jobs;
alter table jobs enable row level security;
alter table jobs force row level security;
create policy owner on jobs to ss_owner using (true) with check (true);
create policy jobs on jobs to ss_jobs using (true) with check (true);
grant select, insert, update, delete on jobs to ss_jobs;
alter policy wall on tenants to ss_tenant, ss_platform, ss_system, ss_owner;
create policy jobs_reads on tenants for select to ss_jobs
  using (true);
grant select on tenants to ss_system;
grant select (id, name, status, deleted_at) on tenants to ss_jobs;
alter policy wall on libraries to ss_tenant, ss_platform, ss_system, ss_owner;
grant select on libraries to ss_system;
alter policy wall on domain_events to ss_tenant, ss_platform, ss_system, ss_owner;
create policy jobs_reads on domain_events for select to ss_jobs
  using (true);
grant select on domain_events to ss_system;
grant insert (tenant_id, name, subject_kind, subject_id, library_id, actor_id, actor_name, request_id, before, after) on domain_events to ss_system;
grant select (tenant_id, id, seq, name, subject_kind, subject_id, library_id, actor_id, occurred_at) on domain_events to ss_jobs;
alter policy wall on settings to ss_tenant, ss_platform, ss_system, ss_owner;
grant select on settings to ss_system;
alter policy wall on memberships to ss_tenant, ss_platform, ss_system, ss_owner;
create policy jobs_reads on memberships for select to ss_jobs
  using (true);
grant select on memberships to ss_system;
grant select (tenant_id, id, user_id, role, added, removed, library_id, accepted_at, removed_at) on memberships to ss_jobs;

grant usage on schema public, jobs to ss_jobs;
grant usage on schema public, wall, identity, jobs to ss_system;
grant usage on schema jobs to ss_platform, ss_auth;
grant select (closed) on wall.guard to ss_system;

-- Housekeeping is the worker's.
revoke execute on function identity.tidy from ss_auth;
grant execute on function identity.tidy to ss_system;

set local role ss_gate;
grant execute on function wall.lock, wall.try_lock to ss_system;
