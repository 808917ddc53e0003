import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { cookieNames, openCookie, openerOf, parseCookies, readCookie, replaceCookie, sealCookie } from './cookie.ts';

const key = 'k'.repeat(40);
const cookie = {
  portal: 'owner' as const,
  session: randomUUID(),
  secret: new Uint8Array(randomBytes(32)),
  tenant: randomUUID(),
  library: null,
};
const name = cookieNames('owner', true).session;
const sealed = sealCookie(key, cookie);
const open = openerOf(key, 'owner');

test('what is sealed opens as it was, in about 200 bytes', () => {
  const opened = openCookie(key, 'owner', sealed);
  expect(opened && { ...opened, secret: new Uint8Array(opened.secret) }).toEqual(cookie);
  expect(sealed.length).toBeLessThan(220);
});

test('every single letter changed, another key and another portal are refused', () => {
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === 'a' ? 'b' : 'a';
    expect(openCookie(key, 'owner', sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeNull();
  }
  expect(openCookie(`${key}x`, 'owner', sealed)).toBeNull();
  expect(openCookie(key, 'admin', sealed)).toBeNull();
  expect(openCookie(key, 'admin', sealed.replace('~owner~', '~admin~'))).toBeNull();
});

test('each field put in place of the same field of another cookie is refused', () => {
  const other = sealCookie(key, { ...cookie, session: randomUUID(), secret: randomBytes(32), tenant: randomUUID() });
  const [mine, theirs] = [sealed.split('~'), other.split('~')];
  for (const field of [2, 3, 4, 6]) {
    const mixed = mine.map((part, index) => (index === field ? theirs[index] : part)).join('~');
    expect(openCookie(key, 'owner', mixed)).toBeNull();
  }
});

test('what was opened before opens again, and nothing that only resembles it', () => {
  const opened = open(sealed);
  expect(open(sealed)).toBe(opened);
  expect(open(`${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  expect(openerOf(`${key}x`, 'owner')(sealed)).toBeNull();
});

test('two values under our name are two identities: neither is read', () => {
  expect(readCookie(`${name}=${sealed}`, name, open).kind).toBe('one');
  expect(readCookie(`${name}=${sealed}; x=1; ${name}=${sealed}`, name, open).kind).toBe('two');
  expect(readCookie(`${name}=${'a'.repeat(8192)}`, name, open).kind).toBe('bad');
  expect(readCookie(`${name}=`, name, open).kind).toBe('bad');
  expect(readCookie(undefined, name, open).kind).toBe('none');
});

test('replacing takes away every value of the name and of names that begin with it', () => {
  const header = `a=1; ${name}=x; ${name}.0=y; b=2`;
  expect(replaceCookie(header, name, 'new')).toBe(`a=1; b=2; ${name}=new`);
  expect(parseCookies(replaceCookie(header, name, null))).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
});

test('no cookie name of a portal begins with another one', () => {
  for (const secure of [true, false]) {
    const names = [...Object.values(cookieNames('owner', secure)), ...Object.values(cookieNames('admin', secure))];
    for (const one of names) for (const two of names) expect(one !== two && one.startsWith(two)).toBe(false);
  }
});
