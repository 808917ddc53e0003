import { PLANS, TENANT_SORTS, TENANT_STATUSES } from '@studyspot/api/domains/tenants/schema';
import { oneOf, readListQuery, type SearchParams } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TenantList } from '../../../features/tenants/tenant-list.tsx';
import { session } from '../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tenants');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { api, may } = await session();
  if (!may('tenants:read')) return <NoPermission permission="tenants:read" />;
  const query = await readListQuery(searchParams, ['q', 'status', 'plan', 'deleted'], TENANT_SORTS);
  const { q, status, plan, deleted } = query.filters;
  const page = await answer(
    api.tenants.list({
      limit: 50,
      cursor: query.cursor,
      filters: { q, status: oneOf(status, TENANT_STATUSES), plan: oneOf(plan, PLANS), deleted: deleted === 'yes' },
      sort: query.sort,
    }),
  );
  return <TenantList page={page} query={query} mayAdd={may('tenants:create')} />;
}
