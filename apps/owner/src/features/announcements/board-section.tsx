'use client';

import { Moment } from '@studyspot/portal/day';
import { Card } from '@studyspot/ui/card';
import { StatusChip } from '@studyspot/ui/status-chip';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { type Shown, saidIn, useBoard } from './use-board.tsx';

/** All that is announced now, in full: whoever has it before their eyes has read it. */
export function BoardSection() {
  const t = useTranslations('announcements');
  const board = useBoard();
  const { mutate } = trpc.announcements.read.useMutation();
  const unread = board.filter(({ isRead }) => !isRead).map(({ id }) => id);
  const asText = unread.join();
  useEffect(() => {
    if (asText !== '') mutate({ ids: asText.split(',') });
  }, [asText, mutate]);
  if (board.length === 0) return null;
  return (
    <section aria-labelledby="board-title" className="mb-6 flex max-w-2xl flex-col gap-3 px-4 lg:px-8">
      <h2 id="board-title" className="font-semibold text-base">
        {t('title')}
      </h2>
      {board.map((one) => (
        <Announced key={one.id} shown={one} />
      ))}
    </section>
  );
}

function Announced({ shown }: { shown: Shown }) {
  const t = useTranslations('announcements');
  const { name, body } = saidIn(useLocale(), shown);
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 break-words font-medium">{name}</h3>
        {shown.importance === 'warning' ? <StatusChip tone="warning">{t('important')}</StatusChip> : null}
      </div>
      <p className="mt-1 whitespace-pre-line break-words">{body}</p>
      <p className="mt-2 text-sm text-text-muted">{t.rich('till', { at: () => <Moment at={shown.endsAt} /> })}</p>
    </Card>
  );
}
