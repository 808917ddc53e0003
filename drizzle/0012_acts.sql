-- works with code from 0011
-- Runs as ss_owner. The keys of acts that a phone kept until it had a network, which are never forgotten.

CREATE TABLE "acts" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"key" text NOT NULL,
	"procedure" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acts_pkey" PRIMARY KEY("tenant_id","key"),
	CONSTRAINT "acts_key_check" CHECK (length(key) between 1 and 200)
);

alter table acts enable row level security;
alter table acts force row level security;
create policy wall on acts to ss_tenant, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on acts to ss_tenant;
grant insert on acts to ss_tenant;
