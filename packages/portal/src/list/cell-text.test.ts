import { expect, it } from 'vitest';
import { fateOf } from './cell-text.tsx';

it('saves what was typed, and asks where someone else has changed the same', () => {
  expect(fateOf(null, '60')).toBe('same');
  expect(fateOf({ typed: '60', over: '60' }, '60')).toBe('same');
  expect(fateOf({ typed: '75', over: '60' }, '60')).toBe('mine');
  expect(fateOf({ typed: '75', over: '60' }, '80')).toBe('contested');
  // Both have typed the same.
  expect(fateOf({ typed: '80', over: '60' }, '80')).toBe('same');
});
