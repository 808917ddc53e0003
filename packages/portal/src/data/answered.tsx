'use client';

import { Button } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { Notice } from '@studyspot/ui/notice';
import { ListSkeleton } from '@studyspot/ui/skeleton';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { failureOf, isMissing } from '../failure.tsx';

export interface Reading<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
  isFetching: boolean;
  /** Paused where there is no network. */
  fetchStatus: 'fetching' | 'paused' | 'idle';
}

/** What was read, kept in sight while it is read again; words and a way on where there is nothing to show. */
export function Answered<Data>({ reading, children }: { reading: Reading<Data>; children: (data: Data) => ReactNode }) {
  const t = useTranslations('common');
  const states = useTranslations('states');
  const { data, error, isFetching, fetchStatus } = reading;
  const failure = failureOf(error);
  const again = (
    <Button busy={isFetching} onClick={() => reading.refetch()}>
      {states('retry')}
    </Button>
  );
  if (data !== undefined) {
    const isGone = failure?.name === 'not_found' || failure?.name === 'deleted';
    return (
      <>
        {isGone ? (
          <div className="px-4 pt-4 lg:px-8">
            <Notice tone="warning">{states('goneMeanwhile')}</Notice>
          </div>
        ) : null}
        {children(data)}
      </>
    );
  }
  if (failure && isMissing(failure))
    return <EmptyState title={states('notFoundTitle')}>{states('notFound')}</EmptyState>;
  if (!error && fetchStatus !== 'paused') return <ListSkeleton label={t('loading')} />;
  return (
    <EmptyState
      icon={<CircleAlert size={24} strokeWidth={1.75} />}
      title={fetchStatus === 'paused' ? states('offlineTitle') : states('errorTitle')}
      actions={again}
    >
      {failure?.sentence ?? (fetchStatus === 'paused' ? states('offlineNothing') : t('noAnswer'))}
    </EmptyState>
  );
}
