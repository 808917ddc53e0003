import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/schema';
import type { OwnerOutputs } from '@studyspot/api/root';
import type { ListQuery } from '@studyspot/portal/list/list-query';
import { RecordList } from '@studyspot/portal/list/record-list';
import { phoneText } from '@studyspot/portal/phone';
import { StatusChip } from '@studyspot/ui/status-chip';
import { LibraryBig, Plus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

export type LibraryStatus = (typeof LIBRARY_STATUSES)[number];

const tones = { active: 'success', inactive: 'neutral', under_maintenance: 'warning' } as const;

export async function StatusOf({ status }: { status: LibraryStatus }) {
  const t = await getTranslations('libraries.statuses');
  return <StatusChip tone={tones[status]}>{t(status)}</StatusChip>;
}

export interface LibraryListProps {
  page: OwnerOutputs['libraries']['list'];
  query: ListQuery<'q' | 'status', 'name' | 'createdAt'>;
  mayAdd: boolean;
}

export async function LibraryList({ page, query, mayAdd }: LibraryListProps) {
  const t = await getTranslations('libraries');
  return (
    <RecordList
      words="libraries"
      path="/libraries"
      page={page}
      query={query}
      bare
      icon={LibraryBig}
      add={mayAdd ? { page: 'new', word: 'add', icon: Plus } : null}
      choices={[{ name: 'status', all: 'allStatuses', words: 'statuses', values: LIBRARY_STATUSES }]}
      columns={[
        { key: 'code', area: 'none' },
        {
          key: 'city',
          area: 'detail',
          cell: ({ city, code }) => (
            <span className="block truncate">
              {city}
              <span className="md:hidden"> · {code}</span>
            </span>
          ),
        },
        { key: 'phone', area: 'none', cell: ({ phone }) => (phone ? phoneText(phone) : '–') },
        {
          key: 'seats',
          area: 'side',
          numeric: true,
          cell: ({ capacity }) => (
            <>
              <span className="max-md:hidden">{capacity}</span>
              <span className="md:hidden">{t('seatsOf', { count: capacity })}</span>
            </>
          ),
        },
        { key: 'status', area: 'status', cell: ({ status }) => <StatusOf status={status} /> },
      ]}
    />
  );
}
