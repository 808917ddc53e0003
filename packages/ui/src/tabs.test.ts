import { expect, it } from 'vitest';
import { standFor } from './tabs.tsx';

const row = (left: number) => ({ left, width: 360 });

it('stays where the chosen one is in sight', () => {
  expect(standFor(row(0), { left: 0, width: 80 })).toBe(0);
  expect(standFor(row(200), { left: 300, width: 100 })).toBe(200);
});

it('shows what was out of sight with some of its neighbour', () => {
  expect(standFor(row(0), { left: 700, width: 100 })).toBe(472);
  expect(standFor(row(600), { left: 300, width: 100 })).toBe(268);
  expect(standFor(row(600), { left: 0, width: 100 })).toBe(0);
});

it('shows the beginning of one that is wider than the row', () => {
  expect(standFor(row(0), { left: 500, width: 600 })).toBe(468);
});
