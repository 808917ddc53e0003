'use client';

import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useFormFacts } from './form-context.tsx';
import type { Values } from './merge.tsx';
import { TheirsOrMine } from './theirs-or-mine.tsx';

export interface ContestedProps {
  foreign: {
    contested: Values;
    keepMine: (name: string) => void;
    takeTheirs: (name: string) => void;
  };
}

/** The same field, changed here and by someone else: both are shown, and the one who is here decides. */
export function Contested({ foreign: { contested, keepMine, takeTheirs } }: ContestedProps) {
  const t = useTranslations('common');
  const { wordOf } = useFormFacts();
  const { getValues } = useFormContext();
  return Object.entries(contested).map(([name, theirs]) => {
    const field = wordOf(name);
    const [mine, other] = [shown(getValues(name)), shown(theirs)];
    return (
      <div key={name} data-contested={name}>
        <Notice
          tone="warning"
          urgent
          action={<TheirsOrMine onTheirs={() => takeTheirs(name)} onMine={() => keepMine(name)} />}
        >
          {mine !== null && other !== null
            ? t('contested', { field, theirs: other || '–', mine: mine || '–' })
            : t('contestedPlain', { field })}
        </Notice>
      </div>
    );
  });
}

const shown = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
