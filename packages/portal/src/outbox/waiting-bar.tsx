'use client';

import { Button } from '@studyspot/ui/button';
import { Notice } from '@studyspot/ui/notice';
import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TheirsOrMine } from '../form/theirs-or-mine.tsx';
import { type Act, sorted } from './act.tsx';
import type { Outbox } from './outbox.tsx';

/** What waits to be sent and whose it is, and what somebody has to decide about. */
export function WaitingBar({ acts, owner, outbox }: { acts: readonly Act[]; owner: string; outbox: Outbox }) {
  const t = useTranslations('outbox');
  const { mine, stuck, elsewhere, ofOthers } = sorted(acts, owner);
  const lines = [
    ...(mine.length > 0 ? [t('mine', { count: mine.length })] : []),
    ...[...elsewhere].map(([place, count]) => t('elsewhere', { place, count })),
    ...[...ofOthers].map(([name, count]) => t('ofOther', { name, count })),
  ];
  return (
    <>
      <div role="status">
        {lines.length > 0 ? (
          <div className="flex gap-2 border-line border-b bg-muted px-4 py-2 text-sm lg:px-8">
            <Clock size={18} strokeWidth={1.75} aria-hidden="true" className="mt-px shrink-0" />
            <div>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </div>
        ) : null}
      </div>
      {stuck.length > 0 ? (
        <div className="flex max-h-[40dvh] flex-col gap-2 overflow-y-auto border-line border-b bg-bg px-4 py-2 lg:px-8">
          {stuck.map((act) => (
            <StuckAct key={act.key} act={act} outbox={outbox} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function StuckAct({ act, outbox }: { act: Act; outbox: Outbox }) {
  const t = useTranslations('outbox');
  const common = useTranslations('common');
  const { told, input, stuck } = act;
  const wordOf = (value: unknown) => told.words[String(value)] ?? String(value);
  const mine = wordOf(input[told.field]);
  if (stuck?.why !== 'contested')
    return (
      <Notice
        tone="danger"
        urgent
        action={
          <Button size="small" onClick={() => outbox.drop(act)}>
            {t('seen')}
          </Button>
        }
      >
        {t('refused', { name: told.name, mine, why: stuck?.sentence ?? '' })}
      </Notice>
    );
  const { now } = stuck;
  return (
    <Notice
      tone="warning"
      urgent
      action={<TheirsOrMine onTheirs={() => outbox.drop(act)} onMine={() => outbox.insist(act, now)} />}
    >
      {common('contested', { field: told.name, mine, theirs: wordOf(now[told.field]) })}
    </Notice>
  );
}
