import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/schema';
import { FilterBar } from '@studyspot/portal/list/filter-bar';
import { FilteredEmpty } from '@studyspot/portal/list/filtered-empty';
import { ListPager } from '@studyspot/portal/list/list-pager';
import { type ListQuery, listHref, sortHeader, wayBack } from '@studyspot/portal/list/list-query';
import { PastTheEnd } from '@studyspot/portal/list/past-the-end';
import { phoneText } from '@studyspot/portal/phone';
import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { PageHeader } from '@studyspot/ui/page-header';
import { StatusChip } from '@studyspot/ui/status-chip';
import { type Column, rowLink, Table } from '@studyspot/ui/table';
import { LibraryBig, Plus } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { statusTones } from './status-tones.ts';

export interface LibraryRow {
  id: string;
  name: string;
  code: string;
  city: string;
  phone: string | null;
  capacity: number;
  status: string;
}

export interface LibraryListProps {
  page: { items: LibraryRow[]; nextCursor: string | null; prevCursor: string | null; total: number | null };
  query: ListQuery<'q' | 'status', 'name' | 'createdAt' | 'city'>;
  mayAdd: boolean;
}

const path = '/libraries';

export async function LibraryList({ page, query, mayAdd }: LibraryListProps) {
  const t = await getTranslations('libraries');
  const { filters } = query;
  const add = (
    <ButtonLink
      as={Link}
      look="primary"
      href={`${path}/new`}
      icon={<Plus size={20} strokeWidth={1.75} aria-hidden="true" />}
    >
      {t('add')}
    </ButtonLink>
  );
  const columns: Column<LibraryRow>[] = [
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
    { key: 'code', header: t('code'), area: 'none', cell: (row) => row.code },
    {
      key: 'city',
      header: t('city'),
      area: 'detail',
      cell: (row) => (
        <span className="block truncate">
          {row.city}
          <span className="md:hidden"> · {row.code}</span>
        </span>
      ),
    },
    { key: 'phone', header: t('phone'), area: 'none', cell: (row) => (row.phone ? phoneText(row.phone) : '–') },
    {
      key: 'seats',
      header: t('seats'),
      area: 'side',
      numeric: true,
      cell: (row) => (
        <>
          <span className="max-md:hidden">{row.capacity}</span>
          <span className="md:hidden">{t('seatsOf', { count: row.capacity })}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t('status'),
      area: 'status',
      cell: (row) => <StatusChip tone={statusTones[row.status] ?? 'neutral'}>{t(`statuses.${row.status}`)}</StatusChip>,
    },
  ];
  const back = wayBack(path, query, page);
  const isFiltered = Object.keys(filters).length > 0;
  const isEmpty = page.items.length === 0;

  return (
    <>
      <PageHeader
        title={t('title')}
        note={page.total === null ? t('countMany') : page.total > 0 ? t('count', { count: page.total }) : null}
        action={mayAdd && (!isEmpty || isFiltered) ? add : null}
      />
      {isEmpty && !isFiltered ? null : (
        <FilterBar
          path={path}
          search={{ label: t('search'), value: filters.q }}
          choices={[
            {
              name: 'status',
              label: t('status'),
              all: t('allStatuses'),
              value: filters.status,
              options: LIBRARY_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
            },
          ]}
          sort={`${query.sort.descending ? '-' : ''}${query.sort.by}`}
        />
      )}
      {back ? <PastTheEnd href={back} /> : null}
      {isEmpty && !back && isFiltered ? <FilteredEmpty title={t('noneTitle')} text={t('none')} href={path} /> : null}
      {isEmpty && !back && !isFiltered ? (
        <EmptyState
          icon={<LibraryBig size={24} strokeWidth={1.75} />}
          title={t('emptyTitle')}
          actions={mayAdd ? add : null}
        >
          {t(mayAdd ? 'empty' : 'emptyRead')}
        </EmptyState>
      ) : null}
      {isEmpty ? null : (
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
