import type { OwnerOutputs } from '@studyspot/api/root';
import { PageHeader } from '@studyspot/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { VerifyNotice } from '../identity/verify-notice.tsx';
import { Figures, Queue } from './queue.tsx';

/** Groups of words that the first page says. */
export const todayWords = ['home', 'profile'] as const;

export interface TodayPageProps {
  me: Pick<OwnerOutputs['identity']['me'], 'name' | 'email' | 'verified'>;
  /** Rows and figures of each domain, in the order shown. */
  rows: ReactNode;
  figures: ReactNode;
}

export async function TodayPage({ me, rows, figures }: TodayPageProps) {
  const t = await getTranslations('home');
  return (
    <>
      <PageHeader title={t('greeting', { name: me.name })} />
      <div className="flex max-w-3xl flex-col gap-8 px-4 lg:px-8">
        {me.verified ? null : <VerifyNotice email={me.email} />}
        <Queue title={t('queue')} calm={t('calm')}>
          {rows}
        </Queue>
        <Figures title={t('figures')}>{figures}</Figures>
      </div>
    </>
  );
}
