'use client';

import { LIBRARY_STATUSES, STANDINGS } from '@studyspot/api/domains/libraries/names';
import { Day, dayText } from '@studyspot/portal/day';
import { standingTones } from '@studyspot/portal/libraries/standing-chip';
import { keepRows } from '@studyspot/portal/list/listed';
import { usePlaceAsks } from '@studyspot/portal/list/place-asks';
import { RecordList } from '@studyspot/portal/list/record-list';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { useDistance } from '@studyspot/portal/position/use-distance';
import { LibraryBig } from 'lucide-react';
import { useLocale } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { librariesInput, libraryAddress } from './library-address.ts';

const record = async () => (await import('./library-record.tsx')).LibraryRecord;

export function LibraryList() {
  const locale = useLocale();
  const { path } = libraryAddress;
  const query = useListQuery(libraryAddress);
  const asked = librariesInput(query);
  const reading = trpc.libraries.list.useQuery(asked, keepRows);
  const asks = usePlaceAsks('libraries', path, query);
  const { far, column: distance } = useDistance();
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
          cell: ({ customerName, city, distance: km }) => (
            <span className="block truncate">
              {customerName}
              <span className="md:hidden">
                {' '}
                · {city}
                {km === null ? null : ` · ${far(km)}`}
              </span>
            </span>
          ),
        },
        { key: 'city', area: 'none' },
        ...(asked.filters.near ? [distance] : []),
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
