import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTurned, RANGES, rangeOf, untilToday } from './day-range.tsx';

it('counts weeks from Monday and months by the calendar', () => {
  const friday = '2026-11-27';
  expect(rangeOf('today', friday)).toEqual({ first: friday, last: friday });
  expect(rangeOf('thisWeek', friday)).toEqual({ first: '2026-11-23', last: '2026-11-29' });
  expect(rangeOf('thisMonth', friday)).toEqual({ first: '2026-11-01', last: '2026-11-30' });
  expect(rangeOf('lastMonth', friday)).toEqual({ first: '2026-10-01', last: '2026-10-31' });
});

it('knows Sunday as the last of its week, leap years and the turn of a year', () => {
  expect(rangeOf('thisWeek', '2026-11-29')).toEqual({ first: '2026-11-23', last: '2026-11-29' });
  expect(rangeOf('thisWeek', '2026-11-30').first).toBe('2026-11-30');
  expect(rangeOf('thisWeek', '2027-01-01')).toEqual({ first: '2026-12-28', last: '2027-01-03' });
  expect(rangeOf('lastMonth', '2028-03-31')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
  expect(rangeOf('lastMonth', '2027-01-15')).toEqual({ first: '2026-12-01', last: '2026-12-31' });
});

it('holds today in each range but the month before, and begins none after its end', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...RANGES), (at, name) => {
      const today = at.toISOString().slice(0, 10);
      const range = rangeOf(name, today);
      expect(isTurned(range)).toBe(false);
      expect(range.first <= today && today <= range.last).toBe(name !== 'lastMonth');
      expect(untilToday(range, today).last <= today).toBe(true);
    }),
  );
});

it('is turned only where both ends are there', () => {
  expect(isTurned({ first: '2026-11-02', last: '2026-11-01' })).toBe(true);
  expect(isTurned({ first: '2026-11-01', last: '2026-11-01' })).toBe(false);
  expect(isTurned({ first: '2026-11-02', last: '' })).toBe(false);
});
