import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { canStep, steppedText } from './stepped.tsx';

const limits = { least: 1, most: 12 };

it('steps by one, and no further than its limits', () => {
  expect(steppedText('3', 1, limits)).toBe('4');
  expect(steppedText('3', -1, limits)).toBe('2');
  expect(steppedText('12', 1, limits)).toBe('12');
  expect(steppedText('1', -10, limits)).toBe('1');
  expect(canStep('12', 1, limits)).toBe(false);
  expect(canStep('12', -1, limits)).toBe(true);
});

it('begins with the least where there is no number yet, and comes back from beyond', () => {
  for (const text of ['', 'many']) for (const steps of [1, -1]) expect(steppedText(text, steps, limits)).toBe('1');
  expect(steppedText('500', 1, limits)).toBe('12');
  expect(steppedText('500', -1, limits)).toBe('12');
  expect(steppedText('३', 1, limits)).toBe('4');
});

it('is within its limits after any row of steps', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 }), (text, steps) => {
      const end = Number(steps.reduce((now, by) => steppedText(now, by, limits), text));
      expect(end).toBeGreaterThanOrEqual(limits.least);
      expect(end).toBeLessThanOrEqual(limits.most);
    }),
  );
});
