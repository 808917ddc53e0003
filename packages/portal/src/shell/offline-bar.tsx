'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useOffline } from 'next/offline';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { timeText } from '../day.tsx';

/** When the oldest was read of what is shown and was changed since: all else held until the network went. */
function useOldest(): number {
  const cache = useQueryClient().getQueryCache();
  const oldest = () => {
    const changed = cache.findAll({ type: 'active', predicate: ({ state }) => state.isInvalidated });
    return Math.min(...changed.map(({ state }) => state.dataUpdatedAt));
  };
  return useSyncExternalStore(
    (hear) => cache.subscribe(hear),
    oldest,
    () => Number.POSITIVE_INFINITY,
  );
}

/** Said at once and quietly: what is on screen stays, and from when it is; what waits follows. */
export function OfflineBar({ children }: { children: ReactNode }) {
  const t = useTranslations('states');
  const isOffline = useOffline();
  const [since, setSince] = useState<number | null>(null);
  const oldest = useOldest();
  const time = since && oldest > 1 ? timeText(new Date(Math.min(since, oldest))) : null;
  useEffect(() => setSince(isOffline ? Date.now() : null), [isOffline]);
  return (
    <div className="sticky top-14 z-10">
      <div role="status">
        {isOffline ? (
          <p className="flex items-center gap-2 border-line border-b bg-muted px-4 py-2 text-sm lg:px-8">
            <CloudOff size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            {time ? t('offlineSince', { time }) : t('offline')}
          </p>
        ) : null}
      </div>
      {children}
    </div>
  );
}
