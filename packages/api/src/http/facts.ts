import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { LOCALE_COOKIE, localeOf } from '../locale.ts';
import type { RequestFacts } from '../request.ts';
import { cookieValue } from '../sign-in/cookie.ts';

/** What is known of a request before anything was decided about it. */
export function makeFacts(headers: IncomingHttpHeaders, address: string): RequestFacts {
  const { cookie = '' } = headers;
  const chosen = cookie.includes(LOCALE_COOKIE) ? cookieValue(cookie, LOCALE_COOKIE) : null;
  return {
    id: randomUUID(),
    locale: localeOf(chosen, headers['accept-language']),
    address,
    agent: (headers['user-agent'] ?? '').slice(0, 300),
    cookie,
    setCookies: [],
    told: [],
  };
}
