'use client';

import { Button } from '@studyspot/ui/button';
import { StatusChip } from '@studyspot/ui/status-chip';
import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { useChange } from '../form/use-change.tsx';
import { shared } from '../shell/api-client.tsx';

export interface SessionRow {
  id: string;
  device: string;
  detail: string;
  here: boolean;
}

/** Ending one takes the row away at once; it comes back if the server refuses. */
export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = useTranslations('profile');
  const { change, busy } = useChange();
  const endOne = shared.identity.endSession.useMutation();
  const endOthers = shared.identity.endOtherSessions.useMutation();
  const [rows, drop] = useOptimistic(sessions, (now, gone: string) =>
    now.filter((row) => (gone === 'others' ? row.here : row.id !== gone)),
  );
  const [, start] = useTransition();

  const end = (id: string) =>
    start(async () => {
      drop(id);
      await change({ run: () => endOne.mutateAsync({ id }), said: () => t('sessionEnded') });
    });
  const endAll = () =>
    start(async () => {
      drop('others');
      await change({ run: () => endOthers.mutateAsync(), said: ({ ended }) => t('sessionsEnded', { count: ended }) });
    });

  return (
    <div className="flex flex-col gap-2">
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex min-h-16 items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 break-words font-medium">
                {row.device}
                {row.here ? <StatusChip tone="success">{t('thisDevice')}</StatusChip> : null}
              </p>
              <p className="text-sm text-text-muted">{row.detail}</p>
            </div>
            {row.here ? null : (
              <Button size="small" onClick={() => end(row.id)} aria-label={t('endSessionOf', { device: row.device })}>
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 1 ? (
        <div>
          <Button look="danger" size="small" busy={busy} onClick={endAll}>
            {t('endOthers')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
