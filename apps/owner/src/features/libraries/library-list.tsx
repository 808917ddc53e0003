'use client';

import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { useHere } from '@studyspot/portal/data/here';
import { keepRows } from '@studyspot/portal/list/listed';
import { PickedStatus } from '@studyspot/portal/list/picked-status';
import { RecordList } from '@studyspot/portal/list/record-list';
import { RowStatus } from '@studyspot/portal/list/row-status';
import { useList } from '@studyspot/portal/list/use-list';
import { LibraryBig, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { libraryAddress, libraryStatus } from './library-address.ts';

type Row = OwnerOutputs['libraries']['list']['items'][number];

const record = async () => (await import('./library-record.tsx')).LibraryRecord;

export function LibraryList() {
  const t = useTranslations('libraries');
  const { may } = useHere();
  const mayChange = may('libraries:update');
  const statuses = (library: Row) => (mayChange ? <RowStatus {...libraryStatus} record={library} /> : null);
  const list = useList(libraryAddress);
  const reading = trpc.libraries.list.useQuery(list.asked, keepRows);
  return (
    <RecordList
      {...list}
      words="libraries"
      reading={reading}
      bare
      icon={LibraryBig}
      record={record}
      add={may('libraries:create') ? { page: 'new', word: 'add', icon: Plus } : null}
      actsOnPicked={(rows, done) => (mayChange ? <PickedStatus {...libraryStatus} rows={rows} done={done} /> : null)}
      acts={statuses}
      mayChange={mayChange}
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
        { key: 'phone', area: 'none', typed: 'phone' },
        {
          key: 'seats',
          area: 'side',
          numeric: true,
          typed: 'whole',
          field: 'capacity',
          cell: ({ capacity }) => (
            <>
              <span className="max-md:hidden">{countText(capacity)}</span>
              <span className="md:hidden">{t('seatsOf', { count: capacity })}</span>
            </>
          ),
        },
        { key: 'status', area: 'status', words: 'statuses', tones: libraryStatus.tones, menu: statuses },
      ]}
    />
  );
}
