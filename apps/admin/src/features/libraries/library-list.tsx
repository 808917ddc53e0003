'use client';

import { LIBRARY_STATUSES, STANDINGS } from '@studyspot/api/domains/libraries/names';
import type { AdminOutputs } from '@studyspot/api/root';
import { Day, dayText } from '@studyspot/portal/day';
import { keepRows } from '@studyspot/portal/list/listed';
import { usePlaceAsks } from '@studyspot/portal/list/place-asks';
import { RecordList } from '@studyspot/portal/list/record-list';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { kilometres } from '@studyspot/portal/position/near';
import { LibraryBig } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { librariesInput, libraryAddress, standingTones } from './library-address.ts';

type Row = AdminOutputs['libraries']['list']['items'][number];

const record = async () => (await import('./library-record.tsx')).LibraryRecord;

export function LibraryList() {
  const locale = useLocale();
  const near = useTranslations('near');
  const { path } = libraryAddress;
  const query = useListQuery(libraryAddress);
  const asked = librariesInput(query);
  const reading = trpc.libraries.list.useQuery(asked, keepRows);
  const asks = usePlaceAsks('libraries', path, query);
  const far = (distance: number | null) => (distance === null ? '–' : near('km', { km: kilometres(distance) }));
  return (
    <RecordList
      words="libraries"
      path={path}
      query={query}
      asked={asked}
      reading={reading}
      icon={LibraryBig}
      record={record}
      add={null}
      asks={asks}
      choices={[
        { name: 'standing', all: 'allStandings', words: 'standings', values: STANDINGS },
        { name: 'status', all: 'allStatuses', words: 'statuses', values: LIBRARY_STATUSES },
      ]}
      columns={[
        {
          key: 'customerName',
          area: 'detail',
          cell: ({ customerName, city, distance }) => (
            <span className="block truncate">
              {customerName}
              <span className="md:hidden">
                {' '}
                · {city}
                {distance === null ? null : ` · ${far(distance)}`}
              </span>
            </span>
          ),
        },
        { key: 'city', area: 'none' },
        ...(asked.filters.near
          ? [
              {
                key: 'distance',
                area: 'none' as const,
                numeric: true,
                sort: 'distance' as const,
                text: ({ distance }: Row) => far(distance),
              },
            ]
          : []),
        { key: 'standing', area: 'status', words: 'standings', tones: standingTones },
        { key: 'status', area: 'none', words: 'statuses' },
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
