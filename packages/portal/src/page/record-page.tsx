'use client';

import { PageHeader } from '@studyspot/ui/page-header';
import { useTranslations } from 'next-intl';
import { type ReactNode, useContext } from 'react';
import { Reach } from '../record/reach.tsx';
import { BackLink } from '../shell/back-link.tsx';
import { FrameContext } from './record-frame.tsx';

export interface RecordPageProps {
  /** The group of words of the domain. */
  words: string;
  list: string;
  title: string;
  note?: ReactNode;
  /** Whom a call or a message about the record goes to. */
  phone?: string | null;
  actions?: ReactNode;
  layout?: string;
  /** Right of the facts where there is room, else below them: what happened. */
  beside?: ReactNode;
  children: ReactNode;
}

/** A page about one record, or about one to be added, with the way back to its list; the same in the frame it may stand in. */
export function RecordPage({ words, list, title, note, phone, actions, layout, beside, children }: RecordPageProps) {
  const t = useTranslations(words);
  const framed = useContext(FrameContext);
  const acts =
    phone || actions ? (
      <>
        {phone ? <Reach phone={phone} /> : null}
        {actions}
      </>
    ) : null;
  if (framed)
    return (
      <framed.Frame title={title} note={note} acts={acts}>
        {children}
        {beside}
      </framed.Frame>
    );
  const main = <div className={layout ?? 'flex max-w-2xl flex-col gap-4'}>{children}</div>;
  return (
    <>
      <PageHeader back={<BackLink href={list} label={t('back')} />} title={title} note={note} actions={acts} />
      <div className="px-4 lg:px-8">
        {beside ? (
          <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,42rem)_minmax(0,24rem)]">
            {main}
            {beside}
          </div>
        ) : (
          main
        )}
      </div>
    </>
  );
}
