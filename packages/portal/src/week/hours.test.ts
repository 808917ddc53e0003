import { weekHours } from '@studyspot/api/fields';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { endsNextDay, hoursOf, runsOf, shownClose, spanOf, typedWeek, WEEKDAYS, type Week } from './hours.tsx';

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const day = fc
  .record({ open: clock, close: fc.oneof(clock, fc.constant('24:00')) })
  // A time field ends a day with the midnight that begins the next, unless all of it is open.
  .filter(({ open, close }) => open !== close && !(open !== '00:00' && close === '24:00'));
const week: fc.Arbitrary<Week> = fc.array(fc.option(day), { minLength: 7, maxLength: 7 });

it('reads back the week that a form was drawn with', () => {
  fc.assert(
    fc.property(week, (hours) => {
      expect(hoursOf(typedWeek(hours))).toEqual(hours);
      expect(weekHours.safeParse(hours).success).toBe(true);
    }),
  );
});

it('begins a new week open every day, and keeps the usual times under a closed one', () => {
  expect(hoursOf(typedWeek(undefined))).toEqual(WEEKDAYS.map(() => ({ open: '06:00', close: '22:00' })));
  const [monday] = typedWeek(WEEKDAYS.map(() => null));
  expect(monday).toEqual({ on: false, allDay: false, open: '06:00', close: '22:00' });
});

it('keeps the times that were typed under a day that is open all of it', () => {
  const allDay = { open: '00:00', close: '24:00' };
  const [monday] = typedWeek(WEEKDAYS.map(() => allDay));
  expect(monday).toEqual({ on: true, allDay: true, open: '06:00', close: '22:00' });
  const typed = { on: true, allDay: true, open: '07:30', close: '21:00' };
  expect(hoursOf([typed, { ...typed, allDay: false }, { ...typed, on: false }])).toEqual([
    allDay,
    { open: '07:30', close: '21:00' },
    null,
  ]);
});

it('tells a close on the day after from one on the same, and says nothing of half a time', () => {
  expect(endsNextDay({ open: '18:00', close: '06:00' })).toBe(true);
  expect(endsNextDay({ open: '06:00', close: '22:00' })).toBe(false);
  expect(endsNextDay({ open: '06:00', close: '24:00' })).toBe(false);
  expect(endsNextDay({ open: '06:00', close: '06:00' })).toBe(false);
  expect(endsNextDay({ open: '18:00', close: '' })).toBe(false);
});

it('shows no time field what it cannot hold', () => {
  expect(shownClose('24:00')).toBe('00:00');
  expect(shownClose('23:59')).toBe('23:59');
});

it('says a day in words: closed, all day, into the next morning', () => {
  expect(spanOf(null, 'en')).toEqual({ key: 'closed', times: {} });
  expect(spanOf(undefined, 'en')).toEqual({ key: 'closed', times: {} });
  expect(spanOf({ open: '00:00', close: '24:00' }, 'en').key).toBe('openAllDay');
  expect(spanOf({ open: '06:00', close: '22:30' }, 'en')).toEqual({
    key: 'span',
    times: { open: '6 am', close: '10:30 pm' },
  });
  expect(spanOf({ open: '18:00', close: '06:00' }, 'en').key).toBe('nextDay');
  expect(spanOf({ open: '06:00', close: '24:00' }, 'en')).toEqual({
    key: 'span',
    times: { open: '6 am', close: '12 am' },
  });
  expect(spanOf({ open: '12:00', close: '00:00' }, 'en')).toEqual({
    key: 'nextDay',
    times: { open: '12 pm', close: '12 am' },
  });
});

it('writes Latin digits in Hindi too', () => {
  fc.assert(
    fc.property(day, (one) => {
      expect(Object.values(spanOf(one, 'hi').times).join()).not.toMatch(/[०-९]/);
    }),
  );
});

it('joins days with the same hours, and every day belongs to one run', () => {
  const usual = { open: '06:00', close: '22:00' };
  const short = { open: '08:00', close: '14:00' };
  expect(runsOf([usual, usual, usual, usual, usual, short, null])).toEqual([
    { first: 0, last: 4, day: usual },
    { first: 5, last: 5, day: short },
    { first: 6, last: 6, day: null },
  ]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(usual, short, null), { minLength: 7, maxLength: 7 }), (week) => {
      const told = runsOf(week).flatMap(({ first, last, day }) => Array.from({ length: last - first + 1 }, () => day));
      expect(told).toEqual(week);
    }),
  );
});
