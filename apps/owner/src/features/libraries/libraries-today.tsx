'use client';

import { useHere } from '@studyspot/portal/data/here';
import { FirstStep } from '@studyspot/portal/home/first-steps';
import { Figure, QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { librariesOfToday, libraryAddress } from './library-address.ts';

function useLibraries() {
  const { may } = useHere();
  const { data } = trpc.libraries.list.useQuery(librariesOfToday, { enabled: may('libraries:read') });
  return { may, page: data };
}

export function LibraryStep() {
  const t = useTranslations('home');
  const { may, page } = useLibraries();
  const act = may('libraries:create') ? { href: `${libraryAddress.path}/new`, label: t('add') } : undefined;
  return page ? <FirstStep done={page.total !== 0} title={t('first')} help={t('firstHelp')} act={act} /> : null;
}

export function LibraryRows() {
  const t = useTranslations('home');
  const { may, page } = useLibraries();
  if (!page) return null;
  const closed = may('libraries:update') ? page.items.filter(({ status }) => status !== 'active') : [];
  return closed.map(({ id, name, status }) => {
    const title = t('notOpen', { name, status });
    return (
      <QueueRow key={id} title={title} help={t('notOpenHelp')}>
        <QueueLink href={`${libraryAddress.path}/${id}`} action={t('open')} title={title} />
      </QueueRow>
    );
  });
}

export function LibraryFigures() {
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
