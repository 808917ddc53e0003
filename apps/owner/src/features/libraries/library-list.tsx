'use client';

import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/names';
import { countText } from '@studyspot/portal/count';
import { useHere } from '@studyspot/portal/data/here';
import { listInput } from '@studyspot/portal/list/list-query';
import { keepRows, Listed } from '@studyspot/portal/list/listed';
import { RecordList } from '@studyspot/portal/list/record-list';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { useWarm } from '@studyspot/portal/page/warm';
import { phoneText } from '@studyspot/portal/phone';
import { StatusChip } from '@studyspot/ui/status-chip';
import { LibraryBig, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { libraryAddress } from './library-address.ts';
import { LibraryRowStatus } from './library-status.tsx';

export type LibraryStatus = (typeof LIBRARY_STATUSES)[number];

const tones = { active: 'success', inactive: 'neutral', under_maintenance: 'warning' } as const;

export function StatusOf({ status }: { status: LibraryStatus }) {
  const t = useTranslations('libraries.statuses');
  return <StatusChip tone={tones[status]}>{t(status)}</StatusChip>;
}

const record = () => import('./library-record.tsx');

export function LibraryList() {
  const t = useTranslations('libraries');
  const { may } = useHere();
  const query = useListQuery(libraryAddress);
  useWarm(record);
  const reading = trpc.libraries.list.useQuery(listInput(query), keepRows);
  return (
    <Listed reading={reading}>
      {(page, busy) => (
        <RecordList
          words="libraries"
          path={libraryAddress.path}
          page={page}
          query={query}
          busy={busy}
          bare
          icon={LibraryBig}
          add={may('libraries:create') ? { page: 'new', word: 'add', icon: Plus } : null}
          acts={(library) => (may('libraries:update') ? <LibraryRowStatus library={library} /> : null)}
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
                  <span className="max-md:hidden">{countText(capacity)}</span>
                  <span className="md:hidden">{t('seatsOf', { count: capacity })}</span>
                </>
              ),
            },
            { key: 'status', area: 'status', cell: ({ status }) => <StatusOf status={status} /> },
          ]}
        />
      )}
    </Listed>
  );
}
