import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathOf, sideFor } from './qr-code.tsx';

/** What the path paints, module by module. */
function painted(path: string, height: number, width: number): boolean[][] {
  const cells = Array.from({ length: height }, () => Array.from({ length: width }, () => false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    cells[Number(y)]?.fill(true, Number(x), Number(x) + Number(run));
  return cells;
}

it('paints the dark modules and no other', () => {
  expect(pathOf([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
  const rows = fc.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(rows, (cells) => {
      expect(painted(pathOf(cells), cells.length, 7)).toEqual(cells);
    }),
  );
});

it('has whole pixels for each module, at least 240 in all', () => {
  expect([29, 49, 185].map(sideFor)).toEqual([261, 245, 370]);
});
