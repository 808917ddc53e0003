'use client';

import { CloudOff } from 'lucide-react';
import { useOffline } from 'next/offline';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { timeText } from '../day.tsx';

/** Said at once and quietly: what is on screen stays, and from when it is. */
export function OfflineBar() {
  const t = useTranslations('states');
  const isOffline = useOffline();
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => setSince(isOffline ? new Date() : null), [isOffline]);
  return (
    <div role="status" className="sticky top-14 z-10 empty:hidden">
      {isOffline ? (
        <p className="flex items-center gap-2 border-line border-b bg-muted px-4 py-2 text-sm lg:px-8">
          <CloudOff size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
          {since ? t('offlineSince', { time: timeText(since) }) : t('offline')}
        </p>
      ) : null}
    </div>
  );
}
