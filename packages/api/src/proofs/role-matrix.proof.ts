import { expect, test } from 'vitest';
import { product } from '../testing/stage.ts';
import { examples } from './examples.ts';
import { matrixResult } from './role-matrix.ts';

const roots = { owner: product.ownerRouter, admin: product.adminRouter };

test('the lines written by hand name every procedure and no other', () => {
  for (const portal of ['owner', 'admin'] as const) {
    expect([...examples[portal].keys()].sort()).toEqual(Object.keys(roots[portal]._def.procedures).sort());
  }
});

test('every procedure answers every role, in every state, as the matrix says', async () => {
  const { cells, faults } = await matrixResult(product);
  expect(faults).toEqual([]);
  console.log(`figures: role matrix: ${cells} cells, 0 differences`);
});
