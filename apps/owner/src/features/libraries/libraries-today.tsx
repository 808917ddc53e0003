'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { useSetStatus } from '@studyspot/portal/form/use-set-status';
import { Figure } from '@studyspot/portal/home/figures';
import { FirstStep } from '@studyspot/portal/home/first-steps';
import { QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { Button } from '@studyspot/ui/button';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
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
  if (!may('libraries:update')) return null;
  return page.items.map((library) => (
    <Fragment key={library.id}>
      {library.standing === 'changes_requested' || library.standing === 'suspended' ? (
        <AskedRow library={library} />
      ) : null}
      {library.status === 'active' ? null : <ClosedRow library={library} />}
    </Fragment>
  ));
}

type Library = OwnerOutputs['libraries']['list']['items'][number];

/** The platform wants something of it: what, stands on its page. */
function AskedRow({ library: { id, name, standing } }: { library: Library }) {
  const t = useTranslations('home');
  const href = `${libraryAddress.path}/${id}`;
  const title = t('asked', { name, standing });
  return (
    <QueueRow title={title} help={t('askedHelp', { standing })} href={href}>
      <QueueLink href={href} action={t('see')} title={title} />
    </QueueRow>
  );
}

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
