import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { kinds } from './kinds.tsx';

it('reads what it began with as it was', () => {
  fc.assert(fc.property(fc.nat(), (number) => kinds.whole.read(kinds.whole.start(number)) === number));
  expect(kinds.phone.start('+919876543210')).toBe('+91 98765 43210');
  expect([kinds.whole, kinds.phone, kinds.text].map(({ start }) => start(null))).toEqual(['', '', '']);
  expect(kinds.whole.read('')).toBeNaN();
});
