'use client';

import { useTranslations } from 'next-intl';
import { failureOf, isSwitched, unanswered } from '../failure.tsx';

/** What is said of a call that failed; null where the notice of the switch says it. */
export function useSentence(): (error: unknown) => string | null {
  const t = useTranslations('common');
  const sentences = useTranslations('errors');
  return (error) => {
    const failure = failureOf(error);
    if (failure === null) return t(unanswered());
    if (isSwitched(failure)) return null;
    return sentences.has(failure.name) ? sentences(failure.name) : failure.sentence;
  };
}
