-- works with code from 0034
-- Runs as ss_owner. What one of its own people did the platform alone asks: a tenant's commits keep one index less.

-- What tables are.
DROP INDEX "domain_events_actor_idx";
CREATE INDEX "domain_events_actor_idx" ON "domain_events" USING btree ("tenant_id","actor_id","id") WHERE tenant_id = '00000000-0000-7000-8000-000000000001';
