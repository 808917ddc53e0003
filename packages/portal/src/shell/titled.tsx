import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { here } from './session.tsx';

/** A page's title from the message files, at the door: the document adds the product's name. */
export function titled(group: string, key = 'title'): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations(group);
    return { title: t(key) };
  };
}

/** Inside: which page, of which business. Many tabs are told apart by it. */
export function titledInside(group: string, key = 'title'): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations(group);
    return await insideTitle(t(key));
  };
}

/** Of a page about one record, by its name. */
export async function insideTitle(page: string): Promise<Metadata> {
  const [{ me, tenant }, t] = await Promise.all([here(), getTranslations('app')]);
  // The platform is the product itself. Whole, since the template of a layout passes by the page beside it.
  const parts = me.portal === 'owner' ? [page, tenant.name, t('title')] : [page, t('title')];
  return { title: { absolute: parts.join(' · ') } };
}
