import { PageHeader } from '@studyspot/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BackLink } from './back-link.tsx';
import { Words } from './words.tsx';

export interface RecordPageProps {
  /** The group of words of the domain, and further ones that the parts inside use. */
  words: string;
  also?: readonly string[];
  list: string;
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  layout?: string;
  children: ReactNode;
}

/** A page about one record, or about one to be added, with the way back to its list. */
export async function RecordPage({
  words,
  also = ['regions'],
  list,
  title,
  layout,
  children,
  ...head
}: RecordPageProps) {
  const t = await getTranslations(words);
  return (
    <Words names={[words, 'fields', ...also]}>
      <PageHeader back={<BackLink href={list} label={t('back')} />} title={title} {...head} />
      <div className={`px-4 lg:px-8 ${layout ?? 'flex max-w-2xl flex-col gap-4'}`}>{children}</div>
    </Words>
  );
}
