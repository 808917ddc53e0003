'use client';

import { Bell as BellIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { shared } from '../shell/api-client.tsx';

const panel = () => import('./panel.tsx');
const Panel = lazy(async () => ({ default: (await panel()).Panel }));
const warm = () => void panel().catch(() => undefined);

// Beyond this nobody counts.
const MOST = 99;

/** How many notices are unread; what they say is asked for when it opens. */
export function Bell({ unread }: { unread: number }) {
  const t = useTranslations('notifications');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { data } = shared.notifications.count.useQuery(undefined, { initialData: { unread } });
  const label = t('bell', { count: data.unread });
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget="notices"
        aria-label={label}
        data-tip={label}
        onPointerEnter={warm}
        onFocus={warm}
        className="relative grid size-11 shrink-0 place-items-center rounded-control text-text-muted hover:bg-muted hover:text-text lg:size-10"
      >
        <BellIcon size={20} strokeWidth={1.75} aria-hidden="true" />
        {data.unread > 0 ? (
          <span
            aria-hidden="true"
            className="absolute top-1 right-0.5 min-w-4 rounded-full bg-danger-solid px-1 text-center font-medium text-[0.6875rem] text-on-danger leading-4"
          >
            {data.unread > MOST ? `${MOST}+` : data.unread}
          </span>
        ) : null}
      </button>
      <div
        id="notices"
        popover="auto"
        role="dialog"
        aria-labelledby="notices-title"
        className="menu menu-wide"
        onToggle={({ newState, currentTarget }) => {
          setOpen(newState === 'open');
          // What had the focus may have been cleared meanwhile.
          const { activeElement } = document;
          const isLeft = activeElement === document.body || currentTarget.contains(activeElement);
          if (newState === 'closed' && isLeft) button.current?.focus();
        }}
      >
        <h2 id="notices-title" className="px-3 pt-1 pb-2 font-semibold text-base">
          {t('title')}
        </h2>
        {isOpen ? (
          <Suspense>
            <Panel />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}
