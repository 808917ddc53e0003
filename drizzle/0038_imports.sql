-- works with code from 0037
-- Runs as ss_owner. Registers that are brought in: their bytes until they are read, their lines, and what became of each.
-- The worker admits and changes students for them. The platform has no door to them, and hears nothing of them.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "import_parts" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"data" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_parts_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "import_parts_data_check" CHECK (length(data) <= 200000)
);

CREATE TABLE "imports" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"library_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"parts" jsonb NOT NULL,
	"state" text DEFAULT 'reading' NOT NULL,
	"trouble" text,
	"header_no" integer DEFAULT 0 NOT NULL,
	"titles" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "imports_state_check" CHECK (state in ('reading', 'read', 'failed', 'checking', 'checked', 'applying', 'stopped', 'done', 'undoing', 'undone')),
	CONSTRAINT "imports_file_name_check" CHECK (length(file_name) between 1 and 200),
	CONSTRAINT "imports_failed_check" CHECK ((state = 'failed') = (trouble is not null))
);

CREATE TABLE "import_rows" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"import_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"state" text DEFAULT 'unread' NOT NULL,
	"is_out" boolean DEFAULT false NOT NULL,
	"is_meant" boolean DEFAULT false NOT NULL,
	"known_by" text,
	"said" jsonb,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"target_id" uuid,
	"before" jsonb,
	"wrote" integer,
	CONSTRAINT "import_rows_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "import_rows_import_id_no_key" UNIQUE("tenant_id","import_id","no"),
	CONSTRAINT "import_rows_state_check" CHECK (state in ('unread', 'aside', 'new', 'changed', 'same', 'doubtful', 'bad', 'made', 'written', 'left', 'undone', 'kept')),
	CONSTRAINT "import_rows_made_check" CHECK (state not in ('made', 'written') or (target_id is not null and wrote is not null))
);

ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "imports" ADD CONSTRAINT "imports_library_fkey" FOREIGN KEY ("tenant_id","library_id") REFERENCES "public"."libraries"("tenant_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_fkey" FOREIGN KEY ("tenant_id","import_id") REFERENCES "public"."imports"("tenant_id","id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "import_parts_created_at_idx" ON "import_parts" USING btree ("tenant_id","created_at") WHERE length(data) > 0;
CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("tenant_id","created_at","id");
CREATE INDEX "import_rows_state_idx" ON "import_rows" USING btree ("tenant_id","import_id","state","no");
CREATE INDEX "import_rows_key_idx" ON "import_rows" USING btree ("tenant_id","import_id","known_by");
reset app.tenant_id;

-- What guards them.
grant insert on students to ss_system;
grant update (other_phone, email, born_on, gender, address, city, state, pincode, education, course, institution, slot, guardian_name, guardian_phone, guardian_relation, notes, labels, status, status_reason, home_id, code, sought, removed_at, version, updated_at) on students to ss_system;
alter table import_parts enable row level security;
alter table import_parts force row level security;
create policy wall on import_parts to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on import_parts to ss_tenant;
grant insert on import_parts to ss_tenant;
grant update (data) on import_parts to ss_tenant;
grant select on import_parts to ss_system;
grant update (data) on import_parts to ss_system;
alter table imports enable row level security;
alter table imports force row level security;
create policy wall on imports to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on imports to ss_tenant;
grant insert on imports to ss_tenant;
grant update (state, trouble, header_no, titles, columns, version, updated_at) on imports to ss_tenant;
grant select on imports to ss_system;
grant update (state, trouble, header_no, titles, columns, finished_at, version, updated_at) on imports to ss_system;
alter table import_rows enable row level security;
alter table import_rows force row level security;
create policy wall on import_rows to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on import_rows to ss_tenant;
grant update (cells, state, is_out, is_meant, known_by, said, faults, target_id) on import_rows to ss_tenant;
grant select on import_rows to ss_system;
grant insert on import_rows to ss_system;
grant update (state, known_by, said, faults, target_id, before, wrote) on import_rows to ss_system;
drop policy unseen on domain_events;
create policy unseen on domain_events as restrictive for select to ss_platform
  using (name not like all ('{bulk.%,import.%,label.%,student.%}'::text[]));
