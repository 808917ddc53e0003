import { expect, test } from 'vitest';
import { kilometres, nearOf, nearText } from './near.tsx';

test('a place in an address is read as it was written, and to a hundred metres', () => {
  const near = { latitude: 26.912_434, longitude: 75.787_271, km: 10 };
  expect(nearText(near)).toBe('26.912,75.787,10');
  expect(nearOf(nearText(near))).toEqual({ latitude: 26.912, longitude: 75.787, km: 10 });
  expect(nearOf('-33.9,-70,5')).toEqual({ latitude: -33.9, longitude: -70, km: 5 });
});

test.each(['', 'here', '26.9,75.8', '91,75,5', '26,181,5', '26,75,0', '26,75,501', '26,75,-5', '26,75,5,5', '1e1,2,3'])(
  '%j is no place',
  (text) => expect(nearOf(text)).toBeUndefined(),
);

test('a distance is said with one decimal at most', () => {
  expect([0.04, 1.26, 12, 1234.5].map(kilometres)).toEqual(['0', '1.3', '12', '1,234.5']);
});
