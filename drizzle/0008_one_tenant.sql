-- works with code from 0007
-- Runs as ss_owner. A tenant's claim reads that tenant's rows alone, on the platform's login too: its door for all
-- tenants is joined to the wall by OR, along which no index runs, so each such query read the whole table. What both
-- have in common is said once more as a range that an index can follow; a restriction can only take away.

create policy one_tenant on tenants as restrictive for select to ss_platform
  using (id
    between case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then '00000000-0000-0000-0000-000000000000' else current_setting('app.tenant_id')::uuid end
    and case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else current_setting('app.tenant_id')::uuid end);
create policy one_tenant on libraries as restrictive for select to ss_platform
  using (tenant_id
    between case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then '00000000-0000-0000-0000-000000000000' else current_setting('app.tenant_id')::uuid end
    and case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else current_setting('app.tenant_id')::uuid end);
create policy one_tenant on memberships as restrictive for select to ss_platform
  using (tenant_id
    between case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then '00000000-0000-0000-0000-000000000000' else current_setting('app.tenant_id')::uuid end
    and case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else current_setting('app.tenant_id')::uuid end);
create policy one_tenant on feature_flags as restrictive for select to ss_platform
  using (tenant_id
    between case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then '00000000-0000-0000-0000-000000000000' else current_setting('app.tenant_id')::uuid end
    and case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else current_setting('app.tenant_id')::uuid end);
create policy one_tenant on domain_events as restrictive for select to ss_platform
  using (tenant_id
    between case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then '00000000-0000-0000-0000-000000000000' else current_setting('app.tenant_id')::uuid end
    and case when current_setting('app.tenant_id')::uuid = '00000000-0000-7000-8000-000000000001' then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else current_setting('app.tenant_id')::uuid end);

-- One name per command, as the declarations give them.
alter policy identity_copies on memberships rename to identity_changes;
alter policy identity_tells on domain_events rename to identity_adds;
