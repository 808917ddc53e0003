import { Facts } from '@studyspot/ui/card';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Facts of a record, each under the word of its name; a dash stands for what is not there. */
export async function NamedFacts({ words, facts }: { words: string; facts: Readonly<Record<string, ReactNode>> }) {
  const t = await getTranslations(words);
  return <Facts items={Object.entries(facts).map(([name, value]) => ({ label: t(name), value: value || '–' }))} />;
}
