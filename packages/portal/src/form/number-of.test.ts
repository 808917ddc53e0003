import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberOf } from './number-of.tsx';
import { valueAt } from './value-at.tsx';

it('tells an empty box from what is no number', () => {
  expect([numberOf(''), numberOf('  ')]).toEqual([null, null]);
  for (const text of ['zwei', '1 000', '--1']) expect(numberOf(text)).toBe(Number.POSITIVE_INFINITY);
  expect([numberOf(' 12 '), numberOf('-3.5'), numberOf('0')]).toEqual([12, -3.5, 0]);
});

it('reads the digits of a Hindi keyboard', () => {
  expect(['४०', '१,२०,०००', '२६.९'].map(numberOf)).toEqual([40, 120_000, 26.9]);
});

it('reads whole numbers as India groups them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (number) => {
      const grouped = new Intl.NumberFormat('en-IN').format(number);
      expect(numberOf(grouped)).toBe(number);
    }),
  );
});

it('finds what stands at a path, and nothing where it leads nowhere', () => {
  const record = { position: { latitude: 26.9 }, hours: [null, { open: '06:00' }], name: null };
  expect(valueAt(record, ['position', 'latitude'])).toBe(26.9);
  expect(valueAt(record, ['hours', '1', 'open'])).toBe('06:00');
  expect(valueAt(record, ['hours', '0', 'open'])).toBeUndefined();
  expect(valueAt(record, ['name', 'first'])).toBeUndefined();
  expect(valueAt(null, ['a'])).toBeUndefined();
});
