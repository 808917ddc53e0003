import { expect, test } from 'vitest';
import { doorOf } from './doors.ts';
import { safePath } from './safe-path.ts';

test('four doors are open, in exactly one spelling', () => {
  expect(doorOf('POST', '/api/auth/callback/credentials?x=1')).toBe('callback');
  expect(doorOf('POST', '/api/auth/signout')).toBe('signout');
  expect(doorOf('POST', '/api/auth/refresh')).toBe('refresh');
  expect(doorOf('GET', '/api/auth/csrf')).toBe('csrf');
});

const others = [
  'session',
  '_log',
  'signin',
  'signin/credentials',
  'signout',
  'providers',
  'error',
  'verify-request',
  '',
];
const detours = [
  (route: string) => `/api/auth/${route}`,
  (route: string) => `/api/auth/${route}/`,
  (route: string) => `//api/auth/${route}`,
  (route: string) => `/api//auth/${route}`,
  (route: string) => `/api/x/../auth/${route}`,
  (route: string) => `/api/x/%2e%2e/auth/${route}`,
  (route: string) => `/%61pi/auth/${route}`,
  (route: string) => `/api/%61uth/${route}`,
  (route: string) => `/api%2fauth%2f${route}`,
  (route: string) => `/%2561pi/auth/${route}`,
  (route: string) => `/API/auth/${route}`,
  (route: string) => `/api\\auth\\${route}`,
  (route: string) => `/./api/auth/${route}`,
];

test.each(others)('next-auth route "%s" and every detour to it is closed', (route) => {
  for (const detour of detours) expect(`${detour(route)} ${doorOf('GET', detour(route))}`).toMatch(/ closed$/);
  for (const method of ['PUT', 'DELETE', 'HEAD']) expect(doorOf(method, `/api/auth/${route}`)).toBe('closed');
});

test('detours to an open door are closed too', () => {
  for (const path of ['/api/auth/callback/credentials/', '/api/auth/callback/%63redentials', '/api/auth//signout']) {
    expect(doorOf('POST', path)).toBe('closed');
  }
});

test('pages lie elsewhere', () => {
  for (const path of ['/', '/signin', '/libraries/1?x=/api/auth', '/api/trpc/x', '/%zz']) {
    expect(doorOf('GET', path)).toBe('elsewhere');
  }
});

test('a sign-in leads to a path of this portal and nowhere else', () => {
  for (const good of ['/', '/libraries', '/libraries/1?q=a', '/libraries?q=a+b', '/signins'])
    expect(safePath(good)).toBe(good);
  const bad = [
    'foo',
    '//evil.in',
    '/\\evil.in',
    'https://evil.in',
    '/a\n/b',
    '/a b',
    '/x\\y',
    '/api/auth/session',
    {},
    1,
  ];
  for (const path of ['/द', '/a\u0001', ...bad, undefined, `/${'a'.repeat(600)}`]) expect(safePath(path)).toBe('/');
});
