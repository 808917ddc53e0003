import { expect, test } from 'vitest';
import { withUsualWords } from './usual-words.ts';

test('a kind of record says only what it says otherwise', () => {
  const usual = { saved: '{name} is saved.', name: 'Name' };
  const halls = { title: 'Halls', count: '{count} halls', name: 'Name of the hall' };
  expect(withUsualWords({ usual, halls, nav: { title: 'Main' }, plain: 'text' })).toEqual({
    halls: { ...halls, saved: '{name} is saved.', back: 'Halls' },
    nav: { title: 'Main' },
    plain: 'text',
  });
});
