import { PLANS, TENANT_SORTS, TENANT_STATUSES } from '@studyspot/api/domains/tenants/schema';
import { readListQuery, type SearchParams } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { titled } from '@studyspot/portal/shell/titled';
import { TenantList } from '../../../features/tenants/tenant-list.tsx';
import { session } from '../../../shell/session.ts';

export const generateMetadata = titled('tenants');

const filters = { q: null, status: TENANT_STATUSES, plan: PLANS, deleted: ['yes'] } as const;

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { api, may } = await session();
  if (!may('tenants:read')) return <NoPermission permission="tenants:read" />;
  const query = await readListQuery(searchParams, filters, TENANT_SORTS);
  const deleted = query.filters.deleted === 'yes';
  const page = await answer(api.tenants.list({ limit: 50, ...query, filters: { ...query.filters, deleted } }));
  return <TenantList page={page} query={query} mayAdd={may('tenants:create')} />;
}
