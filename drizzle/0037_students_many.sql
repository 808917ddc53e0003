-- works with code from 0036
-- Runs as ss_owner. Labels of a business's own for its students, one thing done to many of them at once and put back, and
-- what they have agreed to. The platform has no door to any of it, and hears nothing of it.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "bulks" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"of" text NOT NULL,
	"act" jsonb NOT NULL,
	"member_id" uuid NOT NULL,
	"undoes_id" uuid,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulks_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bulks_state_check" CHECK (state in ('running', 'stopped', 'over')),
	CONSTRAINT "bulks_total_check" CHECK (total between 0 and 10000),
	CONSTRAINT "bulks_counts_check" CHECK (done >= 0 and refused >= 0 and done + refused <= total),
	CONSTRAINT "bulks_over_check" CHECK (state <> 'over' or done + refused = total),
	CONSTRAINT "bulks_act_check" CHECK (jsonb_typeof(act) = 'object' and pg_column_size(act) < 4096)
);

CREATE TABLE "bulk_rows" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"bulk_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"before" jsonb,
	"written" integer,
	CONSTRAINT "bulk_rows_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bulk_rows_once_key" UNIQUE("tenant_id","bulk_id","subject_id"),
	CONSTRAINT "bulk_rows_state_check" CHECK (state in ('waiting', 'done', 'refused')),
	CONSTRAINT "bulk_rows_reason_check" CHECK ((state = 'refused') = (reason is not null))
);

CREATE TABLE "consents" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"student_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"wording" text NOT NULL,
	"language" text NOT NULL,
	"through" text NOT NULL,
	"given_by" text NOT NULL,
	"guardian_name" text,
	"guardian_relation" text,
	"given_on" date NOT NULL,
	"member_id" uuid NOT NULL,
	"member_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "consents_purpose_check" CHECK (purpose in ('records', 'messages', 'guardian', 'photo')),
	CONSTRAINT "consents_wording_check" CHECK (wording ~ '^[0-9]{4}-[0-9]{2}$'),
	CONSTRAINT "consents_language_check" CHECK (language in ('en', 'hi')),
	CONSTRAINT "consents_through_check" CHECK (through in ('form', 'paper', 'message')),
	CONSTRAINT "consents_given_by_check" CHECK (given_by in ('student', 'guardian')),
	CONSTRAINT "consents_guardian_check" CHECK ((given_by = 'guardian') = (guardian_name is not null and guardian_relation is not null)),
	CONSTRAINT "consents_given_on_check" CHECK (given_on between '2000-01-01' and '2199-12-31')
);

CREATE TABLE "consent_withdrawals" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"consent_id" uuid NOT NULL,
	"through" text NOT NULL,
	"withdrawn_on" date NOT NULL,
	"member_id" uuid NOT NULL,
	"member_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_withdrawals_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "consent_withdrawals_once_key" UNIQUE("tenant_id","consent_id"),
	CONSTRAINT "consent_withdrawals_through_check" CHECK (through in ('form', 'paper', 'message')),
	CONSTRAINT "consent_withdrawals_withdrawn_on_check" CHECK (withdrawn_on between '2000-01-01' and '2199-12-31')
);

CREATE TABLE "labels" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text collate wall.people NOT NULL,
	"place" integer NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "labels_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "labels_place_check" CHECK (place between 1 and 200),
	CONSTRAINT "labels_name_check" CHECK (length(name) between 1 and 40 and name = btrim(name) and name !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]')
);

ALTER TABLE "bulks" ADD CONSTRAINT "bulks_member_fkey" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."memberships"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "bulks" ADD CONSTRAINT "bulks_undoes_fkey" FOREIGN KEY ("tenant_id","undoes_id") REFERENCES "public"."bulks"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_bulk_fkey" FOREIGN KEY ("tenant_id","bulk_id") REFERENCES "public"."bulks"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consents" ADD CONSTRAINT "consents_student_fkey" FOREIGN KEY ("tenant_id","student_id") REFERENCES "public"."students"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consents" ADD CONSTRAINT "consents_member_fkey" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."memberships"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent_withdrawals" ADD CONSTRAINT "consent_withdrawals_consent_fkey" FOREIGN KEY ("tenant_id","consent_id") REFERENCES "public"."consents"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent_withdrawals" ADD CONSTRAINT "consent_withdrawals_member_fkey" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."memberships"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "labels" ADD CONSTRAINT "labels_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "bulks_undoes_idx" ON "bulks" USING btree ("tenant_id","undoes_id");
CREATE INDEX "bulk_rows_state_idx" ON "bulk_rows" USING btree ("tenant_id","bulk_id","state","id");
CREATE INDEX "consents_student_idx" ON "consents" USING btree ("tenant_id","student_id","id");
CREATE UNIQUE INDEX "labels_tenant_id_name_key" ON "labels" USING btree ("tenant_id",lower(name)) WHERE removed_at is null;
CREATE UNIQUE INDEX "labels_place_key" ON "labels" USING btree ("tenant_id","place") WHERE removed_at is null;
reset app.tenant_id;

-- What guards them.
alter table bulks enable row level security;
alter table bulks force row level security;
create policy wall on bulks to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on bulks to ss_tenant;
grant insert on bulks to ss_tenant;
grant update (done, refused, state, version, updated_at) on bulks to ss_tenant;
grant select on bulks to ss_system;
grant update (done, refused, state, version, updated_at) on bulks to ss_system;
alter table bulk_rows enable row level security;
alter table bulk_rows force row level security;
create policy wall on bulk_rows to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on bulk_rows to ss_tenant;
grant insert on bulk_rows to ss_tenant;
grant update (state, reason, before, written) on bulk_rows to ss_tenant;
grant select on bulk_rows to ss_system;
grant update (state, reason, before, written) on bulk_rows to ss_system;
grant update (labels, status, status_reason, home_id, code, sought, version, updated_at) on students to ss_system;
alter table consents enable row level security;
alter table consents force row level security;
create policy wall on consents to ss_tenant, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on consents to ss_tenant;
grant insert on consents to ss_tenant;
alter table consent_withdrawals enable row level security;
alter table consent_withdrawals force row level security;
create policy wall on consent_withdrawals to ss_tenant, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on consent_withdrawals to ss_tenant;
grant insert on consent_withdrawals to ss_tenant;
alter table labels enable row level security;
alter table labels force row level security;
create policy wall on labels to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on labels to ss_tenant;
grant insert on labels to ss_tenant;
grant update (name, removed_at, version, updated_at) on labels to ss_tenant;
grant select on labels to ss_system;
grant insert on labels to ss_system;
grant insert on enrolments to ss_system;
grant insert on student_words to ss_system;
drop policy unseen on domain_events;
create policy unseen on domain_events as restrictive for select to ss_platform
  using (name not like all ('{bulk.%,label.%,student.%}'::text[]));
