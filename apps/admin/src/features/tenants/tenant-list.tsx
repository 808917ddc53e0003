import { PLANS, TENANT_STATUSES } from '@studyspot/api/domains/tenants/schema';
import type { AdminOutputs } from '@studyspot/api/root';
import { Day } from '@studyspot/portal/day';
import type { ListQuery } from '@studyspot/portal/list/list-query';
import { RecordList } from '@studyspot/portal/list/record-list';
import { StatusChip } from '@studyspot/ui/status-chip';
import { Building2, Plus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

export type Tenant = AdminOutputs['tenants']['get'];

const tones = { trial: 'info', active: 'success', suspended: 'danger', expired: 'warning' } as const;

export async function StatusOf({ status }: Pick<Tenant, 'status'>) {
  const t = await getTranslations('tenants.statuses');
  return <StatusChip tone={tones[status]}>{t(status)}</StatusChip>;
}

export interface TenantListProps {
  page: AdminOutputs['tenants']['list'];
  query: ListQuery<'q' | 'status' | 'plan' | 'deleted', 'name' | 'createdAt' | 'status'>;
  mayAdd: boolean;
}

export async function TenantList({ page, query, mayAdd }: TenantListProps) {
  const t = await getTranslations('tenants.plans');
  return (
    <RecordList
      words="tenants"
      path="/tenants"
      page={page}
      query={query}
      icon={Building2}
      add={mayAdd ? { page: 'new', word: 'add', icon: Plus } : null}
      choices={[
        { name: 'status', all: 'allStatuses', words: 'statuses', values: TENANT_STATUSES },
        { name: 'plan', all: 'allPlans', words: 'plans', values: PLANS },
        { name: 'deleted', label: 'view', all: 'current', words: 'views', values: ['yes'] },
      ]}
      columns={[
        { key: 'email', area: 'none', cell: ({ email }) => <span className="block truncate">{email}</span> },
        { key: 'city', area: 'detail' },
        { key: 'plan', area: 'side', cell: ({ plan }) => t(plan) },
        { key: 'status', area: 'status', sort: 'status', cell: ({ status }) => <StatusOf status={status} /> },
        { key: 'since', area: 'none', sort: 'createdAt', cell: ({ createdAt }) => <Day at={createdAt} /> },
      ]}
    />
  );
}
