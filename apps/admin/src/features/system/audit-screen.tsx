'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { FilteredEmpty } from '@studyspot/portal/list/filtered-empty';
import { ListPager } from '@studyspot/portal/list/list-pager';
import { listHref, wayBack } from '@studyspot/portal/list/list-query';
import { keepRows, Listed } from '@studyspot/portal/list/listed';
import { PastTheEnd } from '@studyspot/portal/list/past-the-end';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { Button } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { Notice } from '@studyspot/ui/notice';
import { PageHeader } from '@studyspot/ui/page-header';
import { Skeleton } from '@studyspot/ui/skeleton';
import { ScrollText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { type AuditQuery, auditAddress, auditInput } from './audit-address.ts';
import { AuditDays } from './audit-days.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';

const { path } = auditAddress;

/** What happened everywhere, newest first. */
export function AuditScreen() {
  const t = useTranslations('audit');
  const query = useListQuery(auditAddress);
  const input = auditInput(query);
  const reading = trpc.audit.list.useQuery(input, keepRows);
  const [part, setPart] = useState<number | null>(null);
  const { data } = reading;
  const isOfOne = query.filters.tenant !== undefined && !reading.isPlaceholderData;
  return (
    <>
      <PageHeader
        title={t('title')}
        note={data ? (data.total === null ? t('countMany') : t('count', { count: data.total })) : null}
        action={<AuditExport filters={input.filters} onPart={setPart} />}
      />
      <AuditFilters
        query={query}
        busy={reading.isPlaceholderData}
        tenantName={isOfOne ? data?.items[0]?.tenantName : undefined}
      />
      {part === null ? null : (
        <div className="px-4 pb-3 lg:px-8">
          <Notice tone="warning">{t('exportedPart', { count: part })}</Notice>
        </div>
      )}
      <Days query={query} />
      <Listed reading={reading}>{(page) => <Entries page={page} query={query} />}</Listed>
    </>
  );
}

/** Where the days cannot be counted the list is still of use. */
function Days({ query }: { query: AuditQuery }) {
  const t = useTranslations('audit');
  const states = useTranslations('states');
  const { data, error, refetch, isFetching } = trpc.audit.days.useQuery(auditInput(query).filters, keepRows);
  if (!data && !error) return <Skeleton className="mx-4 mb-3 h-40 lg:mx-8" />;
  if (!data) {
    const again = (
      <Button size="small" busy={isFetching} onClick={() => refetch()}>
        {states('retry')}
      </Button>
    );
    return (
      <div className="px-4 pb-3 lg:px-8">
        <Notice tone="warning" action={again}>
          {t('daysFailed')}
        </Notice>
      </div>
    );
  }
  return (
    <AuditDays
      {...data}
      untilToday={query.filters.to === undefined}
      hrefOf={(day) => listHref(path, query, { filters: { from: day, to: day } })}
    />
  );
}

function Entries({ page, query }: { page: AdminOutputs['audit']['list']; query: AuditQuery }) {
  const t = useTranslations('audit');
  const back = wayBack(path, query, page);
  const hrefOf = (cursor: string | null) => (cursor ? listHref(path, query, { cursor }) : null);
  if (back) return <PastTheEnd href={back} />;
  if (page.items.length === 0) {
    return Object.keys(query.filters).length > 0 ? (
      <FilteredEmpty title={t('noneTitle')} href={path} />
    ) : (
      <EmptyState icon={<ScrollText size={24} strokeWidth={1.75} />} title={t('emptyTitle')}>
        {t('empty')}
      </EmptyState>
    );
  }
  return (
    <>
      <ol aria-label={t('title')} className="divide-y divide-line border-line border-t">
        {page.items.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      <div className="lg:px-4">
        <ListPager
          shown={page.items.length}
          total={page.total}
          previous={hrefOf(page.prevCursor)}
          next={hrefOf(page.nextCursor)}
        />
      </div>
    </>
  );
}
