'use client';

import { Button } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { ErrorSummary } from '@studyspot/ui/error-summary';
import { Notice } from '@studyspot/ui/notice';
import { Skeleton } from '@studyspot/ui/skeleton';
import { StatusChip, type Tone } from '@studyspot/ui/status-chip';
import { showToast } from '@studyspot/ui/toast';
import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Part, State, States } from './part.tsx';

const tones = ['info', 'success', 'warning', 'danger'] as const;
const chips: readonly Tone[] = [...tones, 'neutral'];

/** What the product says: by itself, when asked, and where there is nothing yet. */
export function WordParts() {
  const t = useTranslations('styleBook.sample');
  return (
    <>
      <Part name="summary">
        <ErrorSummary title={t('faults')} errors={[{ id: 'field-invalid', label: t('label'), message: t('fault') }]} />
      </Part>
      <Part name="notices">
        {tones.map((tone) => (
          <Notice key={tone} tone={tone} action={<Button size="small">{t('again')}</Button>}>
            {t('long')}
          </Notice>
        ))}
        <div lang="hi">
          <Notice>{t('hindi')}</Notice>
        </div>
      </Part>
      <Part name="toasts">
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => showToast({ text: t('saved') })}>{t('toast')}</Button>
          <Button onClick={() => showToast({ text: t('long'), undo: { label: t('undo'), run: () => undefined } })}>
            {t('toastUndo')}
          </Button>
        </div>
      </Part>
      <Part name="chips">
        <div className="flex flex-wrap gap-2">
          {chips.map((tone) => (
            <StatusChip key={tone} tone={tone}>
              {t('status')}
            </StatusChip>
          ))}
          <span lang="hi">
            <StatusChip tone="success">{t('hindi')}</StatusChip>
          </span>
        </div>
      </Part>
      <Part name="empty">
        <EmptyState
          icon={<Inbox size={24} strokeWidth={1.75} />}
          title={t('nothing')}
          actions={<Button look="primary">{t('add')}</Button>}
        >
          {t('nothingHelp')}
        </EmptyState>
      </Part>
      <Part name="skeleton">
        <States>
          <State name="busy">
            <div className="flex flex-col gap-2">
              <Skeleton className="h-8 w-48" />
              <Skeleton className="h-4 w-64 max-w-full" />
            </div>
          </State>
        </States>
      </Part>
    </>
  );
}
