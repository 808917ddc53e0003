'use client';

import { useHere } from '@studyspot/portal/data/here';
import { Figure } from '@studyspot/portal/home/figures';
import { QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { libraryAddress, waitingLibraries } from './library-address.ts';

function useWaiting() {
  const { may } = useHere();
  return trpc.libraries.list.useQuery(waitingLibraries, { enabled: may('libraries:approve') }).data;
}

export function Rows() {
  const t = useTranslations('home');
  return useWaiting()?.items.map(({ id, name, city, customerName }) => {
    const href = `${libraryAddress.path}/${id}`;
    const title = t('waiting', { name });
    return (
      <QueueRow key={id} title={title} help={t('waitingHelp', { tenant: customerName, city })} href={href}>
        <QueueLink href={href} action={t('see')} title={title} />
      </QueueRow>
    );
  });
}

export function Figures() {
  const t = useTranslations('home');
  const page = useWaiting();
  return page && page.total !== 0 ? (
    <Figure label={t('waitingTile')} value={page.total} href={`${libraryAddress.path}?standing=pending`} />
  ) : null;
}
