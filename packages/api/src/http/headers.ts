import { randomBytes } from 'node:crypto';

export const makeNonce = (): string => randomBytes(16).toString('base64');

export interface PagePolicy {
  nonce: string;
  isDevelopment: boolean;
  /** The public address is https: only then may a browser be told to insist on it. */
  isHttps: boolean;
}

/** Scripts and styles pass by the nonce of this answer alone. Development needs eval and sockets for hot reload. */
export function contentPolicy({ nonce, isDevelopment, isHttps }: PagePolicy): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // A nonce would switch 'unsafe-inline' off, and development injects styles that have none.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ];
  return rules.join('; ');
}

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not no-referrer: with it Chromium sends Origin "null" on the sign-in form.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
};

const insist = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** For every page; server.ts sets them before Next runs. */
export const pageHeaders = (policy: PagePolicy): Record<string, string> => ({
  ...always,
  ...(policy.isHttps ? insist : {}),
  'content-security-policy': contentPolicy(policy),
});

/** For every answer of the API. */
export const apiHeaders = (isHttps: boolean): Record<string, string> => ({
  ...always,
  ...(isHttps ? insist : {}),
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
});
