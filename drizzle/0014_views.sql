-- works with code from 0013
-- Runs as ss_owner. The lists of a person as they want to see them again.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "views" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"key" text NOT NULL,
	"saved" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "views_pkey" PRIMARY KEY("tenant_id","key"),
	CONSTRAINT "views_key_check" CHECK (length(key) between 1 and 100),
	CONSTRAINT "views_saved_check" CHECK (jsonb_typeof(saved) = 'array')
);

ALTER TABLE "views" ADD CONSTRAINT "views_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;
reset app.tenant_id;

-- What guards them.
alter table views enable row level security;
alter table views force row level security;
create policy wall on views to ss_tenant, ss_platform, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on views to ss_tenant;
grant insert on views to ss_tenant;
grant update (saved, version, updated_at) on views to ss_tenant;
grant select on views to ss_platform;
grant insert on views to ss_platform;
grant update (saved, version, updated_at) on views to ss_platform;
