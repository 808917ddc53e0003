'use client';

import { useTranslations } from 'next-intl';
import { Answered } from '../data/answered.tsx';
import { shared } from '../shell/api-client.tsx';
import { MenuLink } from '../shell/menu-link.tsx';
import { NoNotices, NoticeDays } from './notice-days.tsx';
import { ReadAll } from './read-all.tsx';

const way = 'inline-flex min-h-11 items-center rounded-control px-3 font-medium text-sm hover:bg-muted lg:min-h-9';

/** The newest, and the ways to all of them and to what of them one wants. */
export function Panel() {
  const t = useTranslations('notifications');
  const reading = shared.notifications.list.useQuery({});
  return (
    <>
      <Answered reading={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <NoNotices />
          ) : (
            <>
              <div className="px-1">
                <ReadAll />
              </div>
              <NoticeDays notices={items} />
            </>
          )
        }
      </Answered>
      <div className="mt-2 flex flex-wrap justify-between gap-2 border-line border-t pt-2">
        <MenuLink href="/notifications" className={way}>
          {t('all')}
        </MenuLink>
        <MenuLink href="/notifications/settings" className={way}>
          {t('settings')}
        </MenuLink>
      </div>
    </>
  );
}
