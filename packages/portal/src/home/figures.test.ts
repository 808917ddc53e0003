import { expect, it } from 'vitest';
import { changeOf } from './figures.tsx';

it('says how many more or fewer there are', () => {
  expect(changeOf(1_48_000, 25_000, false)).toEqual({ how: 'more', amount: '1,23,000' });
  expect(changeOf(3, 5, false)).toEqual({ how: 'fewer', amount: '2' });
  expect(changeOf(5, 5, false).how).toBe('same');
});

it('says how much more or less a sum is, and how far one below nothing has come', () => {
  expect(changeOf(36_400_00, 24_000_00, true)).toEqual({ how: 'more', amount: '₹12,400' });
  expect(changeOf(0, 500_50, true)).toEqual({ how: 'less', amount: '₹500.50' });
  expect(changeOf(-100_00, -300_00, true)).toEqual({ how: 'more', amount: '₹200' });
});
