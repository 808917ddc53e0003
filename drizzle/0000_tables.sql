CREATE TABLE "one_time_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid NOT NULL,
	"for_tenant" uuid,
	"membership_id" uuid,
	"data" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_tokens_purpose_check" CHECK ("one_time_tokens"."purpose" in ('reset', 'verify', 'invite', 'device', 'email')),
	CONSTRAINT "one_time_tokens_hash_check" CHECK (octet_length("one_time_tokens"."token_hash") = 32),
	CONSTRAINT "one_time_tokens_invite_check" CHECK (("one_time_tokens"."purpose" <> 'invite') or ("one_time_tokens"."for_tenant" is not null and "one_time_tokens"."membership_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"portal" text NOT NULL,
	"seed" "bytea" NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"previous_hash" "bytea",
	"generation" integer DEFAULT 0 NOT NULL,
	"rotated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"previous_until" timestamp with time zone,
	"confirm_after" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"access_ends_at" timestamp with time zone NOT NULL,
	"idle_days" integer NOT NULL,
	"idle_ends_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"for_tenant" uuid,
	"library_id" uuid,
	"address" text,
	"agent" text,
	"device" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "sessions_portal_check" CHECK ("sessions"."portal" in ('owner', 'admin')),
	CONSTRAINT "sessions_secret_check" CHECK (octet_length("sessions"."secret_hash") = 32),
	CONSTRAINT "sessions_ended_check" CHECK (("sessions"."ended_at" is null) = ("sessions"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"password_hash" text,
	"active" boolean DEFAULT true NOT NULL,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_key" UNIQUE("email"),
	CONSTRAINT "users_email_check" CHECK ("users"."email" = lower("users"."email") and length("users"."email") between 3 and 254),
	CONSTRAINT "users_name_check" CHECK (length("users"."name") between 1 and 200),
	CONSTRAINT "users_locale_check" CHECK ("users"."locale" in ('en', 'hi'))
);
--> statement-breakpoint
CREATE TABLE "libraries" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"code" text NOT NULL,
	"address" text NOT NULL,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"pincode" text NOT NULL,
	"phone" text,
	"email" text,
	"latitude" double precision,
	"longitude" double precision,
	"capacity" integer NOT NULL,
	"hours" jsonb NOT NULL,
	"manager_name" text,
	"manager_phone" text,
	"manager_email" text,
	"amenities" text[] DEFAULT '{}'::text[] NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "libraries_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "libraries_tenant_id_code_key" UNIQUE("tenant_id","code"),
	CONSTRAINT "libraries_status_check" CHECK (status in ('active', 'inactive', 'under_maintenance')),
	CONSTRAINT "libraries_capacity_check" CHECK (capacity between 1 and 100000),
	CONSTRAINT "libraries_hours_check" CHECK (jsonb_typeof(hours) = 'array' and jsonb_array_length(hours) = 7),
	CONSTRAINT "libraries_position_check" CHECK ((latitude is null) = (longitude is null)),
	CONSTRAINT "libraries_latitude_check" CHECK (latitude between -90 and 90),
	CONSTRAINT "libraries_longitude_check" CHECK (longitude between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "domain_events" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"name" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"library_id" uuid,
	"actor_id" uuid,
	"actor_name" text,
	"request_id" text,
	"before" jsonb,
	"after" jsonb,
	"occurred_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domain_events_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "domain_events_name_check" CHECK (name ~ '^[a-z][a-z0-9_.]{2,99}$')
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "feature_flags" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"key" text NOT NULL,
	"enabled" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feature_flags_pkey" PRIMARY KEY("tenant_id","key"),
	CONSTRAINT "feature_flags_key_check" CHECK (key ~ '^[a-z][a-z0-9_.-]{0,99}$')
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"key" text NOT NULL,
	"procedure" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("tenant_id","key"),
	CONSTRAINT "idempotency_keys_key_check" CHECK (length(key) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "settings_pkey" PRIMARY KEY("tenant_id","key"),
	CONSTRAINT "settings_key_check" CHECK (key ~ '^[a-z][a-z0-9_.-]{0,99}$')
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"tenant_kind" text DEFAULT 'library' NOT NULL,
	"role" text NOT NULL,
	"department" text,
	"added" text[] DEFAULT '{}'::text[] NOT NULL,
	"removed" text[] DEFAULT '{}'::text[] NOT NULL,
	"library_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"invited_by" uuid,
	"accepted_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"last_sign_in_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "memberships_tenant_id_user_id_key" UNIQUE("tenant_id","user_id"),
	CONSTRAINT "memberships_role_check" CHECK ((tenant_kind = 'platform' and role in ('super_admin', 'admin', 'support', 'analyst')) or (tenant_kind = 'library' and role in ('owner', 'manager', 'staff'))),
	CONSTRAINT "memberships_department_check" CHECK (department is null or (tenant_kind = 'platform' and department in ('management', 'sales', 'finance', 'operations'))),
	CONSTRAINT "memberships_name_check" CHECK (length(name) between 1 and 200),
	CONSTRAINT "memberships_rights_check" CHECK (cardinality(added) <= 200 and cardinality(removed) <= 200)
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text DEFAULT 'library' NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"city" text,
	"state" text,
	"status" text DEFAULT 'trial' NOT NULL,
	"plan" text DEFAULT 'free' NOT NULL,
	"max_libraries" integer DEFAULT 1 NOT NULL,
	"max_students" integer DEFAULT 100 NOT NULL,
	"max_staff" integer DEFAULT 10 NOT NULL,
	"trial_ends_at" timestamp with time zone,
	"subscription_ends_at" timestamp with time zone,
	"suspended_reason" text,
	"suspended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "tenants_slug_key" UNIQUE("slug"),
	CONSTRAINT "tenants_id_kind_key" UNIQUE("id","kind"),
	CONSTRAINT "tenants_kind_check" CHECK (kind in ('platform', 'library')),
	CONSTRAINT "tenants_platform_check" CHECK ((kind = 'platform') = (id = '00000000-0000-7000-8000-000000000001'::uuid)),
	CONSTRAINT "tenants_platform_stays_check" CHECK (kind <> 'platform' or (status = 'active' and deleted_at is null)),
	CONSTRAINT "tenants_status_check" CHECK (status in ('trial', 'active', 'suspended', 'expired')),
	CONSTRAINT "tenants_plan_check" CHECK (plan in ('free', 'starter', 'professional', 'enterprise')),
	CONSTRAINT "tenants_suspended_check" CHECK (status <> 'suspended' or (suspended_reason is not null and suspended_at is not null)),
	CONSTRAINT "tenants_limits_check" CHECK (max_libraries >= 0 and max_students >= 0 and max_staff >= 0),
	CONSTRAINT "tenants_name_check" CHECK (length(name) between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "libraries" ADD CONSTRAINT "libraries_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feature_flags" ADD CONSTRAINT "feature_flags_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_fkey" FOREIGN KEY ("tenant_id","tenant_kind") REFERENCES "public"."tenants"("id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_library_fkey" FOREIGN KEY ("tenant_id","library_id") REFERENCES "public"."libraries"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_tokens_user_id_idx" ON "one_time_tokens" USING btree ("user_id","purpose");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "libraries_tenant_id_name_idx" ON "libraries" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE INDEX "libraries_tenant_id_created_at_idx" ON "libraries" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "domain_events_subject_idx" ON "domain_events" USING btree ("tenant_id","subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "domain_events_actor_idx" ON "domain_events" USING btree ("tenant_id","actor_id","id");--> statement-breakpoint
CREATE INDEX "domain_events_tx_idx" ON "domain_events" USING btree ("tx");--> statement-breakpoint
CREATE INDEX "domain_events_id_idx" ON "domain_events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_tenant_id_created_at_idx" ON "idempotency_keys" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "memberships_tenant_id_name_idx" ON "memberships" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE INDEX "memberships_tenant_id_library_id_idx" ON "memberships" USING btree ("tenant_id","library_id");--> statement-breakpoint
CREATE INDEX "memberships_user_id_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenants_one_platform" ON "tenants" USING btree ("kind") WHERE kind = 'platform';--> statement-breakpoint
CREATE INDEX "tenants_created_at_idx" ON "tenants" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "tenants_name_idx" ON "tenants" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "tenants_status_idx" ON "tenants" USING btree ("status","id");