import { Facts } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Facts of a record, each under the word of its name; a dash stands for what is not there. */
export function NamedFacts({ words, facts }: { words: string; facts: Readonly<Record<string, ReactNode>> }) {
  const t = useTranslations(words);
  return <Facts items={Object.entries(facts).map(([name, value]) => ({ label: t(name), value: value || '–' }))} />;
}
