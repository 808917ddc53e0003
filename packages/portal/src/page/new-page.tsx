'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RecordPage } from './record-page.tsx';

/** A page on which something is added to a list. */
export function NewPage({ words, list, children }: { words: string; list: string; children: ReactNode }) {
  const t = useTranslations(words);
  return (
    <RecordPage words={words} list={list} title={t('newTitle')} note={t.has('newLead') ? t('newLead') : null}>
      {children}
    </RecordPage>
  );
}
