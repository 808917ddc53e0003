'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { Card } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import { Moment } from '../day.tsx';
import { ListPager } from '../list/list-pager.tsx';
import { eventKey } from '../record/event-key.tsx';
import { PageLink } from '../shell/page-link.tsx';

export interface ActivityCardProps {
  /** The page it stands on: the cursor is kept in its address. */
  path: string;
  activity: AdminOutputs['platformStaff']['activity'];
}

const pages: Record<string, string> = { tenant: '/tenants', membership: '/staff' };

/** What someone did here, newest first, with the way to what it was done to. */
export function ActivityCard({ path, activity }: ActivityCardProps) {
  const t = useTranslations('staff');
  const events = useTranslations('staff.events');
  const { items, total, prevCursor, nextCursor } = activity;
  const hrefOf = (cursor: string | null) => (cursor ? `${path}?cursor=${encodeURIComponent(cursor)}#activity` : null);
  return (
    <Card id="activity" title={t('activity')} description={t('activityHelp')}>
      {items.length === 0 && !prevCursor && !nextCursor ? (
        <p className="text-text-muted">{t('activityNone')}</p>
      ) : (
        <ol className="-my-2 divide-y divide-line">
          {items.map(({ id, name, subjectKind, subjectId, at }) => {
            const sentence = events(eventKey(events, name));
            const page = pages[subjectKind];
            return (
              <li key={id} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-1 lg:min-h-10">
                {page ? (
                  <PageLink
                    href={`${page}/${subjectId}`}
                    className="inline-flex min-h-6 items-center text-primary underline-offset-2 hover:underline"
                  >
                    {sentence}
                  </PageLink>
                ) : (
                  <span>{sentence}</span>
                )}
                <span className="text-sm text-text-muted tabular-nums">
                  <Moment at={at} />
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <ListPager shown={items.length} total={total} previous={hrefOf(prevCursor)} next={hrefOf(nextCursor)} />
    </Card>
  );
}
