import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { spotOf } from './tips.tsx';

const screen = { width: 1280, height: 800 };
const tip = { width: 120, height: 24 };
const at = (left: number, top: number) => ({ left, top, width: 36, height: 36 });

it('stands under the middle of its owner', () => {
  expect(spotOf(at(600, 100), tip, screen)).toEqual({ left: 558, top: 140 });
});

it('stands above where there is no room below', () => {
  expect(spotOf(at(600, 760), tip, screen).top).toBe(732);
});

it('leaves the screen nowhere and covers its owner nowhere', () => {
  fc.assert(
    fc.property(fc.nat(screen.width - 36), fc.nat(screen.height - 36), (left, top) => {
      const owner = at(left, top);
      const spot = spotOf(owner, tip, screen);
      expect(spot.left).toBeGreaterThanOrEqual(0);
      expect(spot.left + tip.width).toBeLessThanOrEqual(screen.width);
      expect(spot.top).toBeGreaterThanOrEqual(0);
      expect(spot.top + tip.height).toBeLessThanOrEqual(screen.height);
      expect(spot.top >= owner.top + owner.height || spot.top + tip.height <= owner.top).toBe(true);
    }),
  );
});
