import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

/** A page's title from the message files. */
export function titled(group: string, key = 'title'): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations(group);
    return { title: t(key) };
  };
}
