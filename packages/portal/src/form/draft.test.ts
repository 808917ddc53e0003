import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { typedOf } from './draft.tsx';

const NOW = Date.UTC(2026, 10, 27);
const DAY_MS = 24 * 60 * 60 * 1000;
const typed = [
  { name: 'pincode', value: '302019' },
  { name: 'amenities', value: 'wifi', ticked: true },
];
const kept = (at: unknown, what: unknown = typed) => JSON.stringify({ at, typed: what });

it('gives back what was typed, for a week', () => {
  expect(typedOf(kept(NOW), NOW)).toEqual(typed);
  expect(typedOf(kept(NOW - 7 * DAY_MS + 1), NOW)).toEqual(typed);
  expect(typedOf(kept(NOW - 7 * DAY_MS), NOW)).toEqual([]);
});

it('knows nothing where nothing was kept, or not by us', () => {
  expect(typedOf(null, NOW)).toEqual([]);
  expect(typedOf('', NOW)).toEqual([]);
  expect(typedOf('{"at":', NOW)).toEqual([]);
  expect(typedOf(kept(undefined), NOW)).toEqual([]);
  expect(typedOf(kept(String(NOW)), NOW)).toEqual([]);
  expect(typedOf(kept(NOW, 'x'), NOW)).toEqual([]);
  expect(typedOf(kept(NOW, [null, 'x', { name: 'a' }, { name: 1, value: 'b' }, typed[0]]), NOW)).toEqual([typed[0]]);
});

it('never fails, whatever stands in the store', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.anything().map((typed) => kept(NOW, typed)),
      ),
      (stored) => {
        for (const one of typedOf(stored, NOW))
          expect([typeof one.name, typeof one.value]).toEqual(['string', 'string']);
      },
    ),
  );
});
