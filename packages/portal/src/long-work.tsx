'use client';

import { Progress } from '@studyspot/ui/progress';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { countText } from './count.tsx';
import { throughOf, toldPercent, type Work, type WorkState, workState } from './work-told.tsx';

export interface LongWorkProps extends Work {
  /** What is being done: "Sending reminders". */
  label: string;
  /** Why it went no further, and what to do; whatever is done stays done. */
  broken?: string;
  /** A way on, or out. */
  action?: ReactNode;
}

const looks = {
  begun: { tone: 'primary', Icon: null, text: '' },
  over: { tone: 'success', Icon: CircleCheck, text: 'text-success' },
  overPartly: { tone: 'warning', Icon: TriangleAlert, text: 'text-warning' },
  broken: { tone: 'danger', Icon: CircleAlert, text: 'text-danger' },
} as const;

/** Work that takes a while: how far it is, in words and as a bar; told aloud at each quarter and at its end. */
export function LongWork({ label, broken, action, ...work }: LongWorkProps) {
  const t = useTranslations('work');
  const { total, failed } = work;
  const state: WorkState | 'broken' = broken === undefined ? workState(work) : 'broken';
  const { tone, Icon, text } = looks[state];
  const ends = { begun: null, over: t('over', { count: total }), overPartly: t('overPartly'), broken }[state];
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 break-words font-medium">{label}</span>
        <span className="text-sm text-text-muted tabular-nums">
          {t('done', { done: countText(work.done), total: countText(total) })}
        </span>
      </p>
      <Progress label={label} value={throughOf(work)} max={total} tone={tone} />
      {Icon ? (
        <p className={`flex items-start gap-1.5 text-sm ${text}`}>
          <Icon size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden="true" />
          <span>{ends}</span>
        </p>
      ) : null}
      {failed > 0 ? <p className="text-sm">{t('failed', { count: failed })}</p> : null}
      <p role="status" className="sr-only">
        {ends ?? t('told', { label, percent: toldPercent(work) })}
      </p>
      {action ? <div className="flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
