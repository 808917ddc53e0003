'use client';

import { LIBRARY_STATUSES, STANDINGS } from '@studyspot/api/domains/libraries/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { useHere } from '@studyspot/portal/data/here';
import { StandingChip } from '@studyspot/portal/libraries/standing-chip';
import { keepRows } from '@studyspot/portal/list/listed';
import { PickedStatus } from '@studyspot/portal/list/picked-status';
import { usePlaceAsks } from '@studyspot/portal/list/place-asks';
import { RecordList } from '@studyspot/portal/list/record-list';
import { RowStatus } from '@studyspot/portal/list/row-status';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { useDistance } from '@studyspot/portal/position/use-distance';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { ButtonLink } from '@studyspot/ui/button';
import { LibraryBig, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { librariesInput, libraryAddress, libraryStatus } from './library-address.ts';

type Row = OwnerOutputs['libraries']['list']['items'][number];

const record = async () => (await import('./library-record.tsx')).LibraryRecord;

export function LibraryList() {
  const t = useTranslations('libraries');
  const { may } = useHere();
  const mayChange = may('libraries:update');
  const statuses = (library: Row) => (mayChange ? <RowStatus {...libraryStatus} record={library} /> : null);
  const { path } = libraryAddress;
  const query = useListQuery(libraryAddress);
  const asked = librariesInput(query);
  const reading = trpc.libraries.list.useQuery(asked, keepRows);
  const asks = usePlaceAsks('libraries', path, query);
  const { far, column: distance } = useDistance();
  return (
    <RecordList
      {...{ path, query, asked, asks }}
      words="libraries"
      reading={reading}
      bare
      more={
        may('students:read') ? (
          <ButtonLink as={PageLink} href={`${path}/compare`}>
            {t('compare')}
          </ButtonLink>
        ) : null
      }
      mark={({ standing }) =>
        standing === 'approved' ? null : (
          <span className="ml-2 inline-block">
            <StandingChip standing={standing} />
          </span>
        )
      }
      icon={LibraryBig}
      record={record}
      add={may('libraries:create') ? { page: 'new', word: 'add', icon: Plus } : null}
      actsOnPicked={(rows, done) => (mayChange ? <PickedStatus {...libraryStatus} rows={rows} done={done} /> : null)}
      acts={statuses}
      mayChange={mayChange}
      choices={[
        { name: 'status', all: 'allStatuses', words: 'statuses', values: LIBRARY_STATUSES },
        { name: 'standing', all: 'allStandings', words: 'standings', values: STANDINGS },
      ]}
      columns={[
        { key: 'code', area: 'none' },
        {
          key: 'city',
          area: 'detail',
          cell: ({ city, code, distance: km }) => (
            <span className="block truncate">
              {city}
              <span className="md:hidden">
                {' '}
                · {code}
                {km === null ? null : ` · ${far(km)}`}
              </span>
            </span>
          ),
        },
        ...(asked.filters.near ? [distance] : []),
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
