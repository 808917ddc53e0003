import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { PageHeader } from '@studyspot/ui/page-header';
import { StatusChip, type Tone } from '@studyspot/ui/status-chip';
import { type Column, rowLink, Table } from '@studyspot/ui/table';
import { UserPlus, UsersRound } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Day } from '../day.tsx';
import { FilterBar } from '../list/filter-bar.tsx';
import { FilteredEmpty } from '../list/filtered-empty.tsx';
import { ListPager } from '../list/list-pager.tsx';
import { type ListQuery, listHref, sortHeader, wayBack } from '../list/list-query.tsx';
import { PastTheEnd } from '../list/past-the-end.tsx';

export interface StaffRow {
  id: string;
  name: string;
  email: string;
  role: string;
  department: string | null;
  state: string;
  self: boolean;
  lastSignInAt: string | null;
}

export type StaffQuery = ListQuery<'q' | 'role' | 'state', 'name' | 'createdAt'>;

export interface StaffListProps {
  page: { items: StaffRow[]; nextCursor: string | null; prevCursor: string | null; total: number | null };
  query: StaffQuery;
  roles: readonly string[];
  withDepartment?: boolean;
  mayInvite: boolean;
}

export const stateTones: Record<string, Tone> = { invited: 'warning', active: 'success', removed: 'neutral' };
const path = '/staff';

export async function StaffList({ page, query, roles, withDepartment, mayInvite }: StaffListProps) {
  const t = await getTranslations('staff');
  const { filters } = query;
  const back = wayBack(path, query, page);
  const isFiltered = Object.keys(filters).length > 0;
  const columns: Column<StaffRow>[] = [
    {
      key: 'name',
      header: t('name'),
      area: 'title',
      sort: sortHeader(path, query, 'name'),
      cell: (row) => (
        <Link href={`${path}/${row.id}`} prefetch={false} className={rowLink}>
          {row.name}
          {row.self ? <span className="text-text-muted"> ({t('you')})</span> : null}
        </Link>
      ),
    },
    {
      key: 'email',
      header: t('email'),
      area: 'detail',
      cell: (row) => <span className="block truncate">{row.email}</span>,
    },
    { key: 'role', header: t('role'), area: 'side', cell: (row) => t(`roles.${row.role}`) },
    ...(withDepartment
      ? [
          {
            key: 'department',
            header: t('department'),
            area: 'none',
            cell: (row) => (row.department ? t(`departments.${row.department}`) : '–'),
          } satisfies Column<StaffRow>,
        ]
      : []),
    {
      key: 'state',
      header: t('state'),
      area: 'status',
      cell: (row) => <StatusChip tone={stateTones[row.state] ?? 'neutral'}>{t(`states.${row.state}`)}</StatusChip>,
    },
    {
      key: 'lastSignIn',
      header: t('lastSignIn'),
      area: 'none',
      cell: (row) => (row.lastSignInAt ? <Day at={row.lastSignInAt} /> : t('never')),
    },
  ];
  const choices = [
    {
      name: 'role',
      label: t('role'),
      all: t('allRoles'),
      value: filters.role,
      options: roles.map((value) => ({ value, label: t(`roles.${value}`) })),
    },
    {
      name: 'state',
      label: t('state'),
      all: t('allStates'),
      value: filters.state,
      options: Object.keys(stateTones).map((value) => ({ value, label: t(`states.${value}`) })),
    },
  ];

  return (
    <>
      <PageHeader
        title={t('title')}
        note={page.total === null ? t('countMany') : page.total > 0 ? t('count', { count: page.total }) : null}
        action={
          mayInvite ? (
            <ButtonLink
              as={Link}
              look="primary"
              href={`${path}/invite`}
              icon={<UserPlus size={20} strokeWidth={1.75} aria-hidden="true" />}
            >
              {t('invite')}
            </ButtonLink>
          ) : null
        }
      />
      <FilterBar
        path={path}
        search={{ label: t('search'), value: filters.q }}
        choices={choices}
        sort={`${query.sort.descending ? '-' : ''}${query.sort.by}`}
      />
      {page.items.length === 0 ? (
        back ? (
          <PastTheEnd href={back} />
        ) : isFiltered ? (
          <FilteredEmpty title={t('noneTitle')} text={t('none')} href={path} />
        ) : (
          <EmptyState icon={<UsersRound size={24} strokeWidth={1.75} />} title={t('emptyTitle')}>
            {t('empty')}
          </EmptyState>
        )
      ) : (
        <div className="lg:px-4">
          <Table link={Link} caption={t('title')} columns={columns} rows={page.items} rowKey={(row) => row.id} />
          <ListPager
            shown={page.items.length}
            total={page.total}
            previous={page.prevCursor ? listHref(path, query, { cursor: page.prevCursor }) : null}
            next={page.nextCursor ? listHref(path, query, { cursor: page.nextCursor }) : null}
          />
        </div>
      )}
    </>
  );
}
