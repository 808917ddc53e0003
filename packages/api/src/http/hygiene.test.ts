import { expect, test } from 'vitest';
import { isAppError } from '../errors/app-error.ts';
import { checkHygiene } from './hygiene.ts';

const refused = (input: unknown) => {
  try {
    checkHygiene(input);
    return null;
  } catch (error) {
    return isAppError(error) ? { code: error.code, first: error.fields[0] } : error;
  }
};

const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)]);

test.each([
  [{ a: { b: ['x', 'no\0'] } }, { path: 'a.b.1', message: 'text' }],
  [{ a: '\ud800' }, { path: 'a', message: 'text' }],
  ['\udc00', { path: '', message: 'text' }],
  [{ a: 2 ** 63 }, { path: 'a', message: 'numberRange' }],
  [JSON.parse('{"a":1e999}'), { path: 'a', message: 'numberRange' }],
  [JSON.parse('{"a":{"__proto__":{"isAdmin":true}}}'), { path: 'a', message: 'name' }],
  [{ 'x\0': 1 }, { path: '', message: 'name' }],
  [deep(40), { message: 'tooDeep' }],
  [{ a: { b: Array(4_000).fill('x') } }, { path: 'a.b', message: 'tooMany' }],
  [{ a: Array(100).fill(Array(50).fill(0)) }, { message: 'tooMany' }],
  [Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, at])), { path: '', message: 'tooMany' }],
])('refuses %j', (input, first) => {
  expect(refused(input)).toMatchObject({ code: 'invalid_format', first });
});

test('leaves ordinary input alone, emoji, Hindi and the largest safe number included', () => {
  expect(
    refused({ name: 'राम 👩🏽‍🎓', n: Number.MAX_SAFE_INTEGER, list: [null, true, 1.5], none: undefined }),
  ).toBeNull();
  expect(refused(undefined)).toBeNull();
});
