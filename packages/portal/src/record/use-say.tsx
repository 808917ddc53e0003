import { useTranslations } from 'next-intl';
import type { Say } from './change-words.tsx';

/** The words of this page, for rules that know a word only by its path. */
export function useSay(): Say {
  const t = useTranslations();
  return (path) => (t.has(path) && typeof t.raw(path) === 'string' ? t(path) : null);
}
