import { paise } from '@studyspot/api/fields';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterKey, PAD_KEYS, type PadKey, paiseOf, shownRupees, typedRupees } from './typed-rupees.tsx';

const faultOf = (text: string) => paise.safeParse(paiseOf(text)).error?.issues[0]?.message;

it('reads a sum however it is written', () => {
  for (const text of ['1200', '₹1,200', ' 1,200.00 ', '₹ 1200', '1200.', '१२००', '1 200'])
    expect(paiseOf(text), text).toBe(1_200_00);
  expect(paiseOf('1200.5')).toBe(1_200_50);
  expect(paiseOf('1.15')).toBe(115);
  expect(paiseOf('.5')).toBe(50);
  expect(paiseOf('  ')).toBeNaN();
});

it('refuses in words what is no sum, has a third decimal or is beyond all sums', () => {
  expect(faultOf('1200.50')).toBeUndefined();
  expect(faultOf('0')).toBeUndefined();
  for (const text of ['abc', '-5', '1.2.3', '.', '5e3']) expect(faultOf(text), text).toBe('rupees');
  for (const text of ['1200.505', '0.001']) expect(faultOf(text), text).toBe('paise');
  expect(faultOf('99999999999999')).toBe('numberRange');
});

it('shows a sum grouped, and leaves what is none as it was typed', () => {
  expect(shownRupees('123456')).toBe('1,23,456');
  expect(shownRupees('₹1200.5')).toBe('1,200.50');
  for (const text of ['', 'abc', '1.234']) expect(shownRupees(text)).toBe(text);
});

it('reads each sum that it shows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (sum) => {
      expect(paiseOf(typedRupees(sum))).toBe(sum);
      expect(shownRupees(typedRupees(sum))).toBe(typedRupees(sum));
    }),
  );
});

const typed = (keys: readonly PadKey[]) => keys.reduce(afterKey, '');

it('types by the pad as a till does', () => {
  expect(typed(['1', '2', '0', '0'])).toBe('1,200');
  expect(typed(['0', '0', '5'])).toBe('5');
  expect(typed(['.', '5'])).toBe('0.5');
  expect(typed(['1', '.', '.', '2', '5', '9'])).toBe('1.25');
  expect(typed(['1', '.', '2', 'erase'])).toBe('1.');
  expect(typed(['1', '.', 'erase'])).toBe('1');
  expect(typed(['1', 'erase', 'erase'])).toBe('');
  expect(afterKey('about 12', '3')).toBe('123');
});

it('lets no row of keys make what is no sum', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PAD_KEYS), { maxLength: 30 }), (keys) => {
      const text = typed(keys);
      expect(text === '' || paise.safeParse(paiseOf(text)).success, text).toBe(true);
    }),
  );
});
