import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { byDay } from './days.tsx';

const now = new Date('2026-11-27T06:00:00.000Z');

it('puts what happened on one day of India under that day', () => {
  const at = [
    '2026-11-27T05:00:00.000Z',
    '2026-11-26T18:30:00.000Z',
    '2026-11-26T18:29:59.999Z',
    '2026-11-12T08:00:00.000Z',
  ];
  const days = byDay(
    at.map((moment) => ({ at: moment })),
    now,
  );
  expect(days.map(({ away, events }) => [away, events.length])).toEqual([
    [0, 2],
    [-1, 1],
    [-15, 1],
  ]);
});

it('keeps every event once and in its order, and says no day twice', () => {
  const moments = fc.array(fc.date({ min: new Date('2026-01-01'), max: now, noInvalidDate: true }), { maxLength: 60 });
  fc.assert(
    fc.property(moments, (dates) => {
      const events = dates
        .map((date) => ({ at: date.toISOString() }))
        .sort((one, other) => other.at.localeCompare(one.at));
      const days = byDay(events, now);
      expect(days.flatMap((day) => day.events)).toEqual(events);
      expect(new Set(days.map(({ away }) => away)).size).toBe(days.length);
    }),
  );
});
