import { expect, test } from 'vitest';
import { daysOf, spanOf } from './rules.ts';

const now = new Date('2026-03-15T20:00:00Z');
const daysFor = (asked: Parameters<typeof spanOf>[0]) => {
  const span = spanOf(asked, now);
  return span && daysOf(span);
};

test('days are those of India, a month at most, and none lies ahead', () => {
  const usual = daysFor({}) ?? [];
  expect([usual.length, usual[0], usual.at(-1)]).toEqual([31, '2026-02-14', '2026-03-16']);
  expect(daysFor({ to: '2027-01-01T00:00:00Z' })).toEqual(usual);
  expect(daysFor({ from: '2026-03-01T00:00:00+05:30', to: '2026-03-02T23:59:59+05:30' })).toEqual([
    '2026-03-01',
    '2026-03-02',
  ]);
  const long = daysFor({ from: '2025-01-01T00:00:00+05:30', to: '2026-03-01T00:00:00+05:30' }) ?? [];
  expect([long.length, long[0], long.at(-1)]).toEqual([31, '2026-01-30', '2026-03-01']);
});

test.each([
  ['a time ahead', { from: '2026-03-16T00:00:00Z' }],
  ['the end before the beginning', { from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' }],
  ['a time before there was anything', { to: '0001-01-01T00:00:00Z' }],
])('%s holds no day', (_, asked) => {
  expect(daysFor(asked)).toBeNull();
});
