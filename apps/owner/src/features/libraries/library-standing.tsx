'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { dayText } from '@studyspot/portal/day';
import { useChange } from '@studyspot/portal/form/use-change';
import { shared } from '@studyspot/portal/shell/api-client';
import { Button } from '@studyspot/ui/button';
import { Notice } from '@studyspot/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { trpc } from '../../shell/trpc.ts';

type Library = OwnerOutputs['libraries']['get'];

/** What the platform says of the library: what is asked, why, and whom to ask. Of one that is let in there is nothing to say. */
export function LibraryStanding({ library }: { library: Library }) {
  const t = useTranslations('libraries');
  const locale = useLocale();
  const { standing, approvalReason, suspendedAt, suspendedReason } = library;
  const reason = approvalReason ?? '–';
  switch (standing) {
    case 'pending':
      return (
        <Said title={t('pendingTitle')}>
          <p>{t('pending')}</p>
          {approvalReason ? <p className="break-words">{t('pendingAsked', { reason })}</p> : null}
        </Said>
      );
    case 'changes_requested':
      return (
        <Said tone="warning" title={t('changesTitle')} action={<HandIn library={library} />}>
          <p className="whitespace-pre-line break-words">{reason}</p>
          <p>{t('changesHelp')}</p>
          <Ask />
        </Said>
      );
    case 'rejected':
      return (
        <Said tone="danger" title={t('rejectedTitle')}>
          <p className="whitespace-pre-line break-words">{reason}</p>
          <Ask />
        </Said>
      );
    case 'suspended':
      return (
        <Said tone="danger" title={t('suspendedTitle', { day: suspendedAt ? dayText(locale, suspendedAt) : '–' })}>
          <p className="whitespace-pre-line break-words">{suspendedReason}</p>
          <p>{t('suspendedHelp')}</p>
          <Ask />
        </Said>
      );
    default:
      return null;
  }
}

interface SaidProps {
  title: string;
  tone?: 'info' | 'warning' | 'danger';
  action?: ReactNode;
  children: ReactNode;
}

function Said({ title, tone = 'info', action, children }: SaidProps) {
  return (
    <Notice tone={tone} action={action}>
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
    </Notice>
  );
}

function Ask() {
  const t = useTranslations('libraries');
  const email = shared.identity.support.useQuery().data?.email;
  if (!email) return null;
  return (
    <p>
      {t.rich('ask', {
        email,
        link: (address) => (
          <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center break-all underline lg:min-h-8">
            {address}
          </a>
        ),
      })}
    </p>
  );
}

function HandIn({ library: { id, version, name } }: { library: Library }) {
  const t = useTranslations('libraries');
  const { may } = useHere();
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.libraries.handIn.useMutation();
  if (!may('libraries:update')) return null;
  return (
    <Button
      look="primary"
      busy={busy}
      onClick={() => change({ run: () => mutateAsync({ id, version }), said: () => t('handedIn', { name }) })}
    >
      {t('handIn')}
    </Button>
  );
}
