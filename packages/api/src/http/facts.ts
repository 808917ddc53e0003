import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestFacts } from '../request.ts';
import { localeOf } from './locale.ts';

/** What is known of a request before anything was decided about it. */
export function makeFacts(headers: IncomingHttpHeaders, address: string): RequestFacts {
  return {
    id: randomUUID(),
    locale: localeOf(headers),
    address,
    agent: (headers['user-agent'] ?? '').slice(0, 300),
    cookie: headers.cookie ?? '',
    setCookies: [],
  };
}
