'use client';

import { Button } from '@studyspot/ui/button';
import { useTranslations } from 'next-intl';
import { takeOver, useWorker } from '../install/use-worker.tsx';

export function StandbyParts() {
  const t = useTranslations('outbox');
  const newer = useWorker();
  return newer ? (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b bg-muted px-4 py-1 text-sm lg:px-8"
    >
      {t('newer')}
      <Button size="small" look="quiet" className="-mr-3 text-primary" onClick={() => takeOver(newer)}>
        {t('takeNewer')}
      </Button>
    </div>
  ) : null;
}
