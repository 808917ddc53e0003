'use client';

import { PageHeader } from '@studyspot/ui/page-header';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BackLink } from '../shell/back-link.tsx';

export interface RecordPageProps {
  /** The group of words of the domain. */
  words: string;
  list: string;
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  layout?: string;
  children: ReactNode;
}

/** A page about one record, or about one to be added, with the way back to its list. */
export function RecordPage({ words, list, title, layout, children, ...head }: RecordPageProps) {
  const t = useTranslations(words);
  return (
    <>
      <PageHeader back={<BackLink href={list} label={t('back')} />} title={title} {...head} />
      <div className={`px-4 lg:px-8 ${layout ?? 'flex max-w-2xl flex-col gap-4'}`}>{children}</div>
    </>
  );
}
