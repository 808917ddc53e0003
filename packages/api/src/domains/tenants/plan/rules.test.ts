import { expect, test } from 'vitest';
import { planEnds } from './rules.ts';

test('a plan or trial that ends is told a week, three days and a day before and on its day, by India’s calendar', () => {
  const now = new Date('2026-11-27T23:00:00+05:30');
  const timeOf = (status: string, dates: { trialEndsAt?: string; subscriptionEndsAt?: string }) => {
    const at = (text?: string) => (text === undefined ? null : new Date(text));
    const ends = { status, trialEndsAt: at(dates.trialEndsAt), subscriptionEndsAt: at(dates.subscriptionEndsAt) };
    const found = planEnds(ends, now);
    return found && [found.days, found.time];
  };
  const trial = (day: string) => timeOf('trial', { trialEndsAt: `${day}T00:30:00+05:30` });
  expect(trial('2026-11-27')).toEqual([0, 0]);
  expect(trial('2026-11-28')).toEqual([1, 1]);
  expect(trial('2026-11-29')).toEqual([2, 3]);
  expect(trial('2026-12-01')).toEqual([4, 7]);
  expect(trial('2026-12-04')).toEqual([7, 7]);
  expect(trial('2026-12-05')).toBeNull();
  expect(trial('2026-11-26')).toBeNull();
  const plan = { subscriptionEndsAt: '2026-11-30T12:00:00+05:30' };
  expect(timeOf('active', plan)).toEqual([3, 3]);
  // What a trial once was is over with the plan.
  expect(timeOf('active', { trialEndsAt: '2026-11-30T12:00:00+05:30' })).toBeNull();
  for (const closed of ['suspended', 'expired']) expect(timeOf(closed, plan)).toBeNull();
});
