import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hundredths, shadeOf, ticksTo } from './scale.tsx';

it('marks round figures, from nothing to the most', () => {
  expect(ticksTo(0)).toEqual([0, 1]);
  expect(ticksTo(3)).toEqual([0, 1, 2, 3]);
  expect(ticksTo(48)).toEqual([0, 20, 40, 60]);
  expect(ticksTo(100)).toEqual([0, 50, 100]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (most) => {
      const ticks = ticksTo(most);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.at(-2)).toBeLessThan(most);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }),
  );
});

it('gives none a shade of its own, and the most the darkest', () => {
  expect([0, 1, 25, 26, 50, 75, 76, 100].map((count) => shadeOf(count, 100))).toEqual([0, 1, 1, 2, 2, 3, 4, 4]);
  expect(shadeOf(0, 0)).toBe(0);
});

it('divides into hundredths that make a hundred, each within one of the truth', () => {
  expect(hundredths([1, 1, 1])).toEqual([34, 33, 33]);
  expect(hundredths([0, 0])).toEqual([0, 0]);
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 }), (parts) => {
      const sum = parts.reduce((all, part) => all + part, 0);
      fc.pre(sum > 0);
      const shares = hundredths(parts);
      expect(shares.reduce((all, part) => all + part, 0)).toBe(100);
      for (const [at, share] of shares.entries())
        expect(Math.abs(share - ((parts[at] ?? 0) / sum) * 100)).toBeLessThan(1);
    }),
  );
});
