'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { useSetStatus } from '@studyspot/portal/form/use-set-status';
import { Figure } from '@studyspot/portal/home/figures';
import { FirstStep } from '@studyspot/portal/home/first-steps';
import { QueueRow } from '@studyspot/portal/home/queue';
import { Button } from '@studyspot/ui/button';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { librariesOfToday, libraryAddress, libraryStatus } from './library-address.ts';

function useLibraries() {
  const { may } = useHere();
  const { data } = trpc.libraries.list.useQuery(librariesOfToday, { enabled: may('libraries:read') });
  return { may, page: data };
}

export function Step() {
  const t = useTranslations('home');
  const { may, page } = useLibraries();
  const act = may('libraries:create') ? { href: `${libraryAddress.path}/new`, label: t('add') } : undefined;
  return page ? <FirstStep done={page.total !== 0} title={t('first')} help={t('firstHelp')} act={act} /> : null;
}

export function Rows() {
  const { may, page } = useLibraries();
  if (!page) return null;
  const closed = may('libraries:update') ? page.items.filter(({ status }) => status !== 'active') : [];
  return closed.map((library) => <ClosedRow key={library.id} library={library} />);
}

type Library = OwnerOutputs['libraries']['list']['items'][number];

/** Opened again on the row itself, with Undo. */
function ClosedRow({ library }: { library: Library }) {
  const t = useTranslations('home');
  const { shown, set } = useSetStatus({ ...libraryStatus, record: library });
  const { id, name, status } = library;
  const title = t('notOpen', { name, status });
  if (shown === 'active') return null;
  return (
    <QueueRow title={title} help={t('notOpenHelp')} href={`${libraryAddress.path}/${id}`}>
      <Button size="small" aria-label={`${t('open')}: ${title}`} onClick={() => set('active')}>
        {t('open')}
      </Button>
    </QueueRow>
  );
}

export function Figures() {
  const t = useTranslations('home');
  const { page } = useLibraries();
  if (!page) return null;
  const seats = page.items.reduce((sum, { capacity }) => sum + capacity, 0);
  return (
    <>
      <Figure label={t('libraries')} value={page.total} href={libraryAddress.path} />
      <Figure label={t('seats')} value={seats} href={libraryAddress.path} />
    </>
  );
}
