'use client';

import { StatusChip, type Tone } from '@studyspot/ui/status-chip';
import { useTranslations } from 'next-intl';

/** The statuses of a kind of record: its group with a word for each, and how each looks. */
export interface Statuses<Status extends string> {
  words: string;
  tones: Readonly<Record<Status, Tone>>;
}

export function StatusOf<Status extends string>({ words, tones, status }: Statuses<Status> & { status: Status }) {
  const t = useTranslations(words);
  const word: string = `statuses.${status}`;
  return <StatusChip tone={tones[status]}>{t(word)}</StatusChip>;
}
