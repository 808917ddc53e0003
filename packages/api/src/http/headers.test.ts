import { expect, test } from 'vitest';
import { apiHeaders, makeNonce, pageHeaders } from './headers.ts';

const production = { nonce: 'n0nce', isDevelopment: false, isHttps: true };

test('scripts pass by the nonce alone in production', () => {
  const policy = pageHeaders(production)['content-security-policy'] ?? '';
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
  expect(rules.get('script-src')).toBe("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
  expect(policy).not.toContain('unsafe');
  for (const name of ['object-src', 'base-uri', 'frame-ancestors']) expect(rules.get(name)).toBe(`${name} 'none'`);
});

test('https is insisted on only where it is spoken', () => {
  expect(pageHeaders(production)['strict-transport-security']).toContain('31536000');
  expect(apiHeaders(false)['strict-transport-security']).toBeUndefined();
  expect(apiHeaders(true)).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
});

test('each page has its own nonce', () => {
  expect(makeNonce()).not.toBe(makeNonce());
});
