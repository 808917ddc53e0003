-- works with code from 0012
-- Runs as ss_owner. Why a business was removed, as of one that is suspended.

ALTER TABLE "tenants" ADD COLUMN "removed_reason" text;

grant update (removed_reason) on tenants to ss_platform;
