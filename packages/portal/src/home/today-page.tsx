import type { OwnerOutputs } from '@studyspot/api/root';
import { PageHeader } from '@studyspot/ui/page-header';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { VerifyNotice } from '../identity/verify-notice.tsx';
import { choiceCookies } from '../shell/choices.tsx';
import { FirstSteps } from './first-steps.tsx';
import { hideSteps } from './hide-steps.tsx';
import { Figures, Queue } from './queue.tsx';

/** Groups of words that the first page says. */
export const todayWords = ['home', 'profile'] as const;

export interface TodayPageProps {
  me: Pick<OwnerOutputs['identity']['me'], 'name' | 'email' | 'verified' | 'tenant'>;
  /** What a new business does first. */
  steps?: ReactNode;
  /** Rows and figures of each domain, in the order shown. */
  rows: ReactNode;
  figures: ReactNode;
}

export async function TodayPage({ me, steps, rows, figures }: TodayPageProps) {
  const [t, jar] = await Promise.all([getTranslations('home'), cookies()]);
  const isHidden = jar.get(choiceCookies.hiddenSteps)?.value === me.tenant?.id;
  return (
    <>
      <PageHeader title={t('greeting', { name: me.name })} />
      <div className="flex max-w-3xl flex-col gap-8 px-4 lg:px-8">
        {me.verified ? null : <VerifyNotice email={me.email} />}
        {steps && !isHidden ? <FirstSteps hide={hideSteps}>{steps}</FirstSteps> : null}
        <Queue title={t('queue')} calm={t('calm')}>
          {rows}
        </Queue>
        <Figures title={t('figures')}>{figures}</Figures>
      </div>
    </>
  );
}
