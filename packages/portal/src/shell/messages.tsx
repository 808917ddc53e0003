import { type Locale, localeOf } from '@studyspot/api/locale';
import { cookies, headers } from 'next/headers';
import type { AbstractIntlMessages } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { choiceCookies, timeZone } from './choices.tsx';
import { withUsualWords } from './usual-words.ts';

/** next-intl reads a dot as a step down, so 'password.short' becomes password > short. */
function nested(words: Readonly<Record<string, string>>): AbstractIntlMessages {
  const tree: AbstractIntlMessages = {};
  for (const [key, sentence] of Object.entries(words)) {
    const [first = key, second] = key.split('.');
    if (second === undefined) {
      tree[first] = sentence;
      continue;
    }
    const branch = tree[first];
    tree[first] = typeof branch === 'object' ? { ...branch, [second]: sentence } : { [second]: sentence };
  }
  return tree;
}

interface ApiMessages {
  errors: Record<string, string>;
  fields: Record<string, string>;
  permissions: Record<string, string>;
}

const apiMessages: Record<Locale, () => Promise<{ default: ApiMessages }>> = {
  en: () => import('@studyspot/api/messages/en.json'),
  hi: () => import('@studyspot/api/messages/hi.json'),
};

const sharedMessages: Record<Locale, () => Promise<{ default: AbstractIntlMessages }>> = {
  en: () => import('../../messages/en.json'),
  hi: () => import('../../messages/hi.json'),
};

/** Words of the procedures, of what both portals share and of the portal itself, in the person's language. */
export function requestConfig(own: Record<Locale, () => Promise<{ default: AbstractIntlMessages }>>) {
  return getRequestConfig(async () => {
    const [jar, sent] = await Promise.all([cookies(), headers()]);
    const locale = localeOf(jar.get(choiceCookies.locale)?.value, sent.get('accept-language'));
    const [api, shared, portal] = await Promise.all([apiMessages[locale](), sharedMessages[locale](), own[locale]()]);
    const { errors, fields, permissions } = api.default;
    return {
      locale,
      timeZone,
      messages: withUsualWords({ errors, fields: nested(fields), permissions, ...shared.default, ...portal.default }),
    };
  });
}
