import { expect, test } from 'vitest';
import { product } from '../testing/stage.ts';
import { examples } from './examples.ts';
import { matrix } from './role-matrix.expected.ts';
import { matrixResult } from './role-matrix.ts';

test('the matrix written by hand names every procedure and no other', () => {
  for (const portal of ['owner', 'admin'] as const) {
    expect(Object.keys(matrix[portal]).sort()).toEqual([...examples[portal].keys()].sort());
  }
});

test('every procedure answers every role, in every state, as the matrix says', async () => {
  const { cells, faults } = await matrixResult(product);
  expect(faults).toEqual([]);
  console.log(`figures: role matrix: ${cells} cells, 0 differences`);
});
