'use client';

import { Button, ButtonLink } from '@studyspot/ui/button';
import { PageHeader } from '@studyspot/ui/page-header';
import { Tabs } from '@studyspot/ui/tabs';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Answered } from '../data/answered.tsx';
import { StayLink } from '../list/stay-link.tsx';
import { shared } from '../shell/api-client.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { NoNotices, NoticeDays } from './notice-days.tsx';
import { ReadAll } from './read-all.tsx';

const path = '/notifications';

/** All that somebody was told and has not cleared; which of it, the address says. `children` stand before it. */
export function NoticeList({ children }: { children?: ReactNode }) {
  const t = useTranslations('notifications');
  const isUnread = useSearchParams().get('show') === 'unread';
  const reading = shared.notifications.list.useInfiniteQuery(isUnread ? { unread: true } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = reading;
  const tabs = [
    { key: 'all', label: t('showAll'), href: path },
    { key: 'unread', label: t('showUnread'), href: `${path}?show=unread` },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ReadAll />
            <ButtonLink as={PageLink} href="/notifications/settings" size="small">
              {t('settings')}
            </ButtonLink>
          </>
        }
      />
      {children}
      <div className="mb-3 px-2 lg:px-6">
        <Tabs label={t('show')} tabs={tabs} now={isUnread ? 'unread' : 'all'} link={StayLink} />
      </div>
      <div className="max-w-2xl px-1 lg:px-5">
        <Answered reading={reading}>
          {({ pages }) => {
            const notices = pages.flatMap(({ items }) => items);
            return notices.length === 0 ? <NoNotices /> : <NoticeDays notices={notices} />;
          }}
        </Answered>
        {hasNextPage ? (
          <div className="mt-4 px-3">
            <Button busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
              {t('earlier')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
