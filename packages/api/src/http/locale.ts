import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../request.ts';
import { cookieValue } from '../sign-in/cookie.ts';

export const LOCALE_COOKIE = 'studyspot-locale';

const isLocale = (value: string | null): value is Locale => value === 'en' || value === 'hi';

/** The person's own choice, else the first language of the browser that we speak. */
export function localeOf(headers: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>): Locale {
  const chosen = headers.cookie?.includes(LOCALE_COOKIE) ? cookieValue(headers.cookie, LOCALE_COOKIE) : null;
  if (isLocale(chosen)) return chosen;
  const wanted = (headers['accept-language'] ?? '').slice(0, 200).toLowerCase().split(',');
  return wanted.map((part) => part.trim().slice(0, 2)).find(isLocale) ?? 'en';
}
