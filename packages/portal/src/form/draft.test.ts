import { expect, it } from 'vitest';
import { typedOf } from './draft.tsx';

const now = Date.now();
const stored = (typed: unknown, at: unknown = now) => JSON.stringify({ at, typed });

it('gives back what was kept within a week', () => {
  const typed = { name: 'Gyan', hours: [{ on: true }] };
  expect(typedOf(stored(typed), now)).toEqual(typed);
  expect(typedOf(stored(typed, now - 8 * 24 * 3_600_000), now)).toEqual({});
});

it('takes nothing else for a draft', () => {
  for (const text of [null, '', '{', '7', '[]', stored([1]), stored('x'), stored(null), stored({}, 'now')])
    expect(typedOf(text, now)).toEqual({});
});
