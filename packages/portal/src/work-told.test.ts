import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toldPercent, workState } from './work-told.tsx';

it('tells each quarter aloud, and no step between', () => {
  const told = Array.from({ length: 51 }, (_, done) => toldPercent({ done, failed: 0, total: 50 }));
  expect([...new Set(told)]).toEqual([0, 25, 50, 75, 100]);
  expect([told[12], told[13], told[49]]).toEqual([0, 25, 75]);
  expect(toldPercent({ done: 20, failed: 5, total: 50 })).toBe(50);
  expect(toldPercent({ done: 0, failed: 0, total: 0 })).toBe(0);
});

it('is over when all are through, those that failed too', () => {
  expect(workState({ done: 12, failed: 0, total: 50 })).toBe('begun');
  expect(workState({ done: 46, failed: 3, total: 50 })).toBe('begun');
  expect(workState({ done: 46, failed: 4, total: 50 })).toBe('overPartly');
  expect(workState({ done: 50, failed: 0, total: 50 })).toBe('over');
});

it('never tells of more than is through', () => {
  const work = fc.record({ done: fc.nat(2_000), failed: fc.nat(2_000), left: fc.nat(2_000) });
  fc.assert(
    fc.property(work, ({ done, failed, left }) => {
      const total = done + failed + left;
      expect(toldPercent({ done, failed, total }) * total).toBeLessThanOrEqual((done + failed) * 100);
    }),
  );
});
