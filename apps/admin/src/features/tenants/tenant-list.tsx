'use client';

import { PLANS, TENANT_STATUSES } from '@studyspot/api/domains/tenants/names';
import type { AdminOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { Day, dayText } from '@studyspot/portal/day';
import { keepRows } from '@studyspot/portal/list/listed';
import { RecordList } from '@studyspot/portal/list/record-list';
import { RowLink } from '@studyspot/portal/list/row-menu';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { Building2, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { takingHref, tenantAddress, tenantsInput } from './tenant-address.ts';

export type Tenant = AdminOutputs['tenants']['get'];

export const tenantStatuses = {
  words: 'tenants',
  tones: { trial: 'info', active: 'success', suspended: 'danger', expired: 'warning' },
} as const;

const record = async () => (await import('./tenant-record.tsx')).TenantRecord;

export function TenantList() {
  const locale = useLocale();
  const words = useTranslations('tenants');
  const { may } = useHere();
  const query = useListQuery(tenantAddress);
  const asked = tenantsInput(query);
  const reading = trpc.tenants.list.useQuery(asked, keepRows);
  return (
    <RecordList
      words="tenants"
      path={tenantAddress.path}
      query={query}
      asked={asked}
      reading={reading}
      icon={Building2}
      record={record}
      add={may('tenants:create') ? { page: 'new', word: 'add', icon: Plus } : null}
      acts={({ id, status, deletedAt }) =>
        may('tenants:suspend') && status !== 'suspended' && deletedAt === null ? (
          <RowLink href={takingHref(id, 'suspend')}>{words('suspend')}</RowLink>
        ) : null
      }
      choices={[
        { name: 'status', all: 'allStatuses', words: 'statuses', values: TENANT_STATUSES },
        { name: 'plan', all: 'allPlans', words: 'plans', values: PLANS },
        { name: 'deleted', label: 'view', all: 'current', words: 'views', values: ['yes'] },
      ]}
      columns={[
        { key: 'email', area: 'none', cell: ({ email }) => <span className="block truncate">{email}</span> },
        { key: 'city', area: 'detail' },
        { key: 'plan', area: 'side', words: 'plans' },
        { key: 'status', area: 'status', sort: 'status', words: 'statuses', tones: tenantStatuses.tones },
        {
          key: 'endsAt',
          area: 'none',
          sort: 'endsAt',
          text: ({ endsAt }) => (endsAt ? dayText(locale, endsAt) : '–'),
          cell: ({ endsAt }) => (endsAt ? <Day at={endsAt} /> : '–'),
        },
        {
          key: 'since',
          area: 'none',
          sort: 'createdAt',
          text: ({ createdAt }) => dayText(locale, createdAt),
          cell: ({ createdAt }) => <Day at={createdAt} />,
        },
      ]}
    />
  );
}
