-- works with code from 0025
-- Runs as ss_owner. Students, and that they belong to a library: what happens there will hang on their enrolment. The
-- platform has no door to them, and hears nothing of what happens to them.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "students" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"home_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text collate wall.people NOT NULL,
	"phone" text NOT NULL,
	"sibling_no" integer DEFAULT 0 NOT NULL,
	"other_phone" text,
	"email" text,
	"born_on" date,
	"gender" text,
	"address" text,
	"city" text collate wall.people,
	"state" text,
	"pincode" text,
	"education" text,
	"course" text collate wall.people,
	"institution" text collate wall.people,
	"slot" text,
	"guardian_name" text collate wall.people,
	"guardian_phone" text,
	"guardian_relation" text,
	"source" text,
	"language" text DEFAULT 'hi' NOT NULL,
	"notes" text,
	"labels" text[] DEFAULT '{}'::text[] NOT NULL,
	"id_kind" text,
	"id_last4" text,
	"warning" text,
	"warning_till" date,
	"status" text DEFAULT 'active' NOT NULL,
	"status_reason" text,
	"removed_at" timestamp with time zone,
	"sought" text collate "C" NOT NULL,
	"phone_tail" text collate "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "students_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "students_tenant_id_code_key" UNIQUE("tenant_id","code"),
	CONSTRAINT "students_phone_check" CHECK (phone ~ '^[+][1-9][0-9]{6,14}$'),
	CONSTRAINT "students_sibling_check" CHECK (sibling_no between 0 and 20),
	CONSTRAINT "students_gender_check" CHECK (gender in ('female', 'male', 'other')),
	CONSTRAINT "students_education_check" CHECK (education in ('school', 'college', 'competitive_exam')),
	CONSTRAINT "students_slot_check" CHECK (slot in ('morning', 'afternoon', 'evening', 'night', 'full_day')),
	CONSTRAINT "students_source_check" CHECK (source in ('walk_in', 'referral', 'board', 'search', 'other')),
	CONSTRAINT "students_language_check" CHECK (language in ('en', 'hi')),
	CONSTRAINT "students_labels_check" CHECK (cardinality(labels) <= 20),
	CONSTRAINT "students_id_check" CHECK ((id_kind is null) = (id_last4 is null) and id_last4 ~ '^[0-9A-Z]{4}$'),
	CONSTRAINT "students_id_kind_check" CHECK (id_kind in ('aadhaar', 'pan', 'voter', 'driving_licence', 'passport', 'college_card')),
	CONSTRAINT "students_warning_check" CHECK (warning_till is null or warning is not null),
	CONSTRAINT "students_status_check" CHECK (status in ('active', 'inactive', 'suspended')),
	CONSTRAINT "students_suspended_check" CHECK (status <> 'suspended' or status_reason is not null)
);

CREATE TABLE "enrolments" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"library_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"code" text NOT NULL,
	"enrolled_on" date DEFAULT (now() at time zone 'Asia/Kolkata')::date NOT NULL,
	CONSTRAINT "enrolments_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "enrolments_tenant_id_code_key" UNIQUE("tenant_id","code"),
	CONSTRAINT "enrolments_student_key" UNIQUE("tenant_id","student_id","library_id"),
	CONSTRAINT "enrolments_library_key" UNIQUE("tenant_id","library_id","id")
);

ALTER TABLE "students" ADD CONSTRAINT "students_home_fkey" FOREIGN KEY ("tenant_id","home_id") REFERENCES "public"."libraries"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_student_fkey" FOREIGN KEY ("tenant_id","student_id") REFERENCES "public"."students"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_library_fkey" FOREIGN KEY ("tenant_id","library_id") REFERENCES "public"."libraries"("tenant_id","id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "students_tenant_id_phone_key" ON "students" USING btree ("tenant_id","phone","sibling_no") WHERE removed_at is null;
CREATE UNIQUE INDEX "students_tenant_id_email_key" ON "students" USING btree ("tenant_id","email") WHERE removed_at is null;
CREATE INDEX "students_list_idx" ON "students" USING btree ("tenant_id","name","id") WHERE removed_at is null;
CREATE INDEX "students_home_idx" ON "students" USING btree ("tenant_id","home_id","name","id");
CREATE INDEX "students_status_idx" ON "students" USING btree ("tenant_id","status","id") WHERE removed_at is null;
CREATE INDEX "students_created_at_idx" ON "students" USING btree ("tenant_id","created_at","id");
CREATE INDEX "students_phone_tail_idx" ON "students" USING btree ("tenant_id","phone_tail");
reset app.tenant_id;

-- What guards them.
alter table students enable row level security;
alter table students force row level security;
create policy wall on students to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on students to ss_tenant;
grant insert on students to ss_tenant;
grant update (home_id, code, name, phone, sibling_no, other_phone, email, born_on, gender, address, city, state, pincode, education, course, institution, slot, guardian_name, guardian_phone, guardian_relation, source, language, notes, labels, id_kind, id_last4, warning, warning_till, status, status_reason, removed_at, sought, phone_tail, version, updated_at) on students to ss_tenant;
grant select on students to ss_system;
alter table enrolments enable row level security;
alter table enrolments force row level security;
create policy wall on enrolments to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on enrolments to ss_tenant;
grant insert on enrolments to ss_tenant;
grant select on enrolments to ss_system;
create policy unseen on domain_events as restrictive for select to ss_platform
  using (name not like all ('{student.%}'::text[]));
