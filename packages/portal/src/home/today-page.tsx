import type { OwnerOutputs } from '@studyspot/api/root';
import { PageHeader } from '@studyspot/ui/page-header';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { type ComponentType, createElement, Fragment } from 'react';
import { VerifyNotice } from '../identity/verify-notice.tsx';
import { choiceCookies } from '../shell/choices.tsx';
import { Figures } from './figures.tsx';
import { FirstSteps } from './first-steps.tsx';
import { hideSteps } from './hide-steps.tsx';
import { Queue } from './queue.tsx';

/** Groups of words that the first page says. */
export const todayWords = ['home', 'profile'] as const;

/** A domain on the first page: what is to be known first, its rows of the queue, its figures, and what a new business does. */
export interface TodayPart {
  News?: ComponentType;
  Rows?: ComponentType;
  Figures?: ComponentType;
  Step?: ComponentType;
}

export interface TodayPageProps {
  me: Pick<OwnerOutputs['identity']['me'], 'name' | 'email' | 'verified' | 'tenant'>;
  /** What each domain says, in the order shown. */
  parts: readonly TodayPart[];
}

export async function TodayPage({ me, parts }: TodayPageProps) {
  const [t, jar] = await Promise.all([getTranslations('home'), cookies()]);
  const isHidden = jar.get(choiceCookies.hiddenSteps)?.value === me.tenant?.id;
  const hasSteps = !isHidden && parts.some(({ Step }) => Step);
  return (
    <>
      <PageHeader title={t('greeting', { name: me.name })} />
      <div className="flex max-w-3xl flex-col gap-8 px-4 lg:px-8">
        {me.verified ? null : <VerifyNotice email={me.email} />}
        {drawn(parts, 'News')}
        {hasSteps ? <FirstSteps hide={hideSteps}>{drawn(parts, 'Step')}</FirstSteps> : null}
        <Queue title={t('queue')} calm={t('calm')}>
          {drawn(parts, 'Rows')}
        </Queue>
        <Figures title={t('figures')}>{drawn(parts, 'Figures')}</Figures>
      </div>
    </>
  );
}

/** Side by side as they were given: which they are never changes, so they need no keys. */
function drawn(parts: readonly TodayPart[], name: keyof TodayPart) {
  return createElement(Fragment, null, ...parts.map((part) => part[name]).map((Part) => Part && createElement(Part)));
}
