'use client';

import { Button } from '@studyspot/ui/button';
import { Circle, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QueueLink } from './queue.tsx';

/** What a business that has just begun does first; gone when all of it is done, or when somebody has enough of it. */
export function FirstSteps({ hide, children }: { hide: () => Promise<void>; children: ReactNode }) {
  const t = useTranslations('home');
  return (
    <section aria-labelledby="steps-title" className="hidden flex-col gap-3 has-[[data-todo]]:flex">
      <div className="flex items-center justify-between gap-4">
        <h2 id="steps-title" className="font-semibold text-base">
          {t('steps')}
        </h2>
        <form action={hide}>
          <Button type="submit" look="quiet" size="small">
            {t('stepsHide')}
          </Button>
        </form>
      </div>
      <ol className="divide-y divide-line rounded-card border border-line">{children}</ol>
    </section>
  );
}

export interface FirstStepProps {
  done: boolean;
  title: string;
  help?: string;
  /** What does it, for those who may. */
  act?: { href: string; label: string } | undefined;
}

export function FirstStep({ done, title, help, act }: FirstStepProps) {
  const t = useTranslations('home');
  const Mark = done ? CircleCheck : Circle;
  return (
    <li
      data-todo={done ? undefined : true}
      className="flex min-h-14 flex-wrap items-center justify-end gap-x-4 gap-y-2 px-4 py-2.5"
    >
      <div className="flex min-w-0 flex-1 basis-48 items-start gap-3">
        <Mark
          size={20}
          strokeWidth={1.75}
          aria-hidden="true"
          className={done ? 'mt-0.5 shrink-0 text-success' : 'mt-0.5 shrink-0 text-text-muted'}
        />
        <div className="min-w-0">
          <p className={done ? 'text-text-muted' : 'font-medium'}>
            {title}
            {done ? <span className="sr-only"> ({t('stepDone')})</span> : null}
          </p>
          {help && !done ? <p className="text-sm text-text-muted">{help}</p> : null}
        </div>
      </div>
      {act && !done ? <QueueLink href={act.href} action={act.label} title={title} /> : null}
    </li>
  );
}
