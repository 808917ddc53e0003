import { PLANS, TENANT_STATUSES } from '@studyspot/api/domains/tenants/schema';
import { Day } from '@studyspot/portal/day';
import { FilterBar } from '@studyspot/portal/list/filter-bar';
import { FilteredEmpty } from '@studyspot/portal/list/filtered-empty';
import { ListPager } from '@studyspot/portal/list/list-pager';
import { type ListQuery, listHref, sortHeader, wayBack } from '@studyspot/portal/list/list-query';
import { PastTheEnd } from '@studyspot/portal/list/past-the-end';
import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { PageHeader } from '@studyspot/ui/page-header';
import { StatusChip } from '@studyspot/ui/status-chip';
import { type Column, rowLink, Table } from '@studyspot/ui/table';
import { Building2, Plus } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { statusTones } from './status-tones.ts';

export interface TenantRow {
  id: string;
  name: string;
  email: string;
  city: string | null;
  status: string;
  plan: string;
  createdAt: string;
}

export interface TenantListProps {
  page: { items: TenantRow[]; nextCursor: string | null; prevCursor: string | null; total: number | null };
  query: ListQuery<'q' | 'status' | 'plan' | 'deleted', 'name' | 'createdAt' | 'status'>;
  mayAdd: boolean;
}

const path = '/tenants';

export async function TenantList({ page, query, mayAdd }: TenantListProps) {
  const t = await getTranslations('tenants');
  const { filters } = query;
  const back = wayBack(path, query, page);
  const isFiltered = Object.keys(filters).length > 0;
  const add = mayAdd ? (
    <ButtonLink
      as={Link}
      look="primary"
      href={`${path}/new`}
      icon={<Plus size={20} strokeWidth={1.75} aria-hidden="true" />}
    >
      {t('add')}
    </ButtonLink>
  ) : null;
  const columns: Column<TenantRow>[] = [
    {
      key: 'name',
      header: t('name'),
      area: 'title',
      sort: sortHeader(path, query, 'name'),
      cell: (row) => (
        <Link href={`${path}/${row.id}`} prefetch={false} className={rowLink}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'email',
      header: t('email'),
      area: 'none',
      cell: (row) => <span className="block truncate">{row.email}</span>,
    },
    { key: 'city', header: t('city'), area: 'detail', cell: (row) => row.city ?? '–' },
    { key: 'plan', header: t('plan'), area: 'side', cell: (row) => t(`plans.${row.plan}`) },
    {
      key: 'status',
      header: t('status'),
      area: 'status',
      sort: sortHeader(path, query, 'status'),
      cell: (row) => <StatusChip tone={statusTones[row.status] ?? 'neutral'}>{t(`statuses.${row.status}`)}</StatusChip>,
    },
    {
      key: 'since',
      header: t('since'),
      area: 'none',
      sort: sortHeader(path, query, 'createdAt'),
      cell: (row) => <Day at={row.createdAt} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        note={page.total === null ? t('countMany') : page.total > 0 ? t('count', { count: page.total }) : null}
        action={add}
      />
      <FilterBar
        path={path}
        search={{ label: t('search'), value: filters.q }}
        choices={[
          {
            name: 'status',
            label: t('status'),
            all: t('allStatuses'),
            value: filters.status,
            options: TENANT_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
          {
            name: 'plan',
            label: t('plan'),
            all: t('allPlans'),
            value: filters.plan,
            options: PLANS.map((value) => ({ value, label: t(`plans.${value}`) })),
          },
          {
            name: 'deleted',
            label: t('view'),
            all: t('current'),
            value: filters.deleted,
            options: [{ value: 'yes', label: t('removed') }],
          },
        ]}
        sort={`${query.sort.descending ? '-' : ''}${query.sort.by}`}
      />
      {page.items.length > 0 ? (
        <div className="lg:px-4">
          <Table link={Link} caption={t('title')} columns={columns} rows={page.items} rowKey={(row) => row.id} />
          <ListPager
            shown={page.items.length}
            total={page.total}
            previous={page.prevCursor ? listHref(path, query, { cursor: page.prevCursor }) : null}
            next={page.nextCursor ? listHref(path, query, { cursor: page.nextCursor }) : null}
          />
        </div>
      ) : back ? (
        <PastTheEnd href={back} />
      ) : isFiltered ? (
        <FilteredEmpty title={t('noneTitle')} text={t('none')} href={path} />
      ) : (
        <EmptyState icon={<Building2 size={24} strokeWidth={1.75} />} title={t('emptyTitle')}>
          {t(mayAdd ? 'empty' : 'emptyRead')}
        </EmptyState>
      )}
    </>
  );
}
