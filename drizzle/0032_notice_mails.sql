-- works with code from 0025
-- Runs as ss_owner. Notices by mail: who wants which, when they do not want to be disturbed, and where a mail goes.

-- What tables are.
ALTER TABLE "inboxes" ADD COLUMN "by_mail" jsonb DEFAULT '{}'::jsonb NOT NULL;
ALTER TABLE "inboxes" ADD COLUMN "quiet_from" text;
ALTER TABLE "inboxes" ADD COLUMN "quiet_till" text;
ALTER TABLE "notifications" ADD COLUMN "mailed_at" timestamp with time zone;
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_by_mail_check" CHECK (jsonb_typeof(by_mail) = 'object' and length(by_mail::text) <= 10000);
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_quiet_check" CHECK (num_nulls(quiet_from, quiet_till) in (0, 2) and quiet_from <> quiet_till);
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_quiet_from_check" CHECK (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_quiet_till_check" CHECK (quiet_till ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');

-- What guards them.
grant update (unread, muted, by_mail, quiet_from, quiet_till, version, updated_at) on inboxes to ss_tenant;
grant update (unread, muted, by_mail, quiet_from, quiet_till, version, updated_at) on inboxes to ss_platform;
grant update (data, more, told_at, mailed_at) on notifications to ss_system;

grant create on schema identity to ss_identity;
set local role ss_identity;

-- For the worker, under the claim of the member's tenant. The name that this tenant knows.
create function identity.address_of_member(membership uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('email', u.email, 'name', m.name, 'locale', u.locale, 'tenantName', t.name,
      'portal', case t.kind when 'platform' then 'admin' else 'owner' end)
    from public.memberships m join public.users u on u.id = m.user_id join public.tenants t on t.id = m.tenant_id
    where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = address_of_member.membership
      and m.removed_at is null and m.accepted_at is not null and u.active;
$$;

revoke execute on function identity.address_of_member from public;
grant execute on function identity.address_of_member to ss_system;
set local role ss_owner;
revoke create on schema identity from ss_identity;
