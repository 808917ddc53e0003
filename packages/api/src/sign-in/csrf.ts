import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieValue } from './cookie.ts';

/**
 * The pair next-auth compares: `t|sha256(t + secret)` in a cookie, `t` in the form. The server makes it before a
 * page is drawn and puts `t` on the request, so that a form needs no script: a server component prints
 * `(await headers()).get(csrfHeader)` in `<input type="hidden" name="csrfToken">`, for sign-in and sign-out alike.
 */
export const csrfHeader = 'x-studyspot-csrf';

export const csrfSecret = (sessionKey: string) =>
  createHmac('sha256', sessionKey).update('next-auth csrf').digest('base64url');

const hashOf = (token: string, secret: string) => createHash('sha256').update(`${token}${secret}`).digest('hex');

export interface CsrfPair {
  token: string;
  /** Raw cookie value, with next-auth's own encoding of the bar. */
  value: string;
}

export function makeCsrf(secret: string): CsrfPair {
  const token = randomBytes(32).toString('hex');
  return { token, value: `${token}%7C${hashOf(token, secret)}` };
}

export function readCsrf(header: string | undefined, name: string, secret: string): CsrfPair | null {
  const value = cookieValue(header, name);
  const [, token, hash] = /^([0-9a-f]{64})(?:%7C|\|)([0-9a-f]{64})$/i.exec(value ?? '') ?? [];
  if (!value || !token || !hash) return null;
  const right = timingSafeEqual(Buffer.from(hash.toLowerCase()), Buffer.from(hashOf(token, secret)));
  return right ? { token, value } : null;
}
