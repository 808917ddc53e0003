import type { weekHours } from '@studyspot/api/fields';
import type * as z from 'zod/mini';

/** From Monday on. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type Week = z.output<typeof weekHours>;
type Day = Week[number];

const MIDNIGHT = '00:00';
const ALL_DAY_CLOSE = '24:00';

/** A time field cannot hold 24:00: the midnight that ends a day is that which begins the next. */
export function shownClose(close: string): string {
  return close === ALL_DAY_CLOSE ? MIDNIGHT : close;
}

/** A day as its fields hold it: the times stay under a day that is closed or open all of it. */
export interface TypedDay {
  on: boolean;
  allDay: boolean;
  open: string;
  close: string;
}

const isAllDay = (day: Day | undefined) => day?.open === MIDNIGHT && day.close === ALL_DAY_CLOSE;

/** Whether it closes on the day after. A time that is still being typed is empty. */
export function endsNextDay({ open, close }: Pick<TypedDay, 'open' | 'close'>): boolean {
  return close !== '' && close < open;
}

const usual = { open: '06:00', close: '22:00' };

export function typedWeek(hours: Week | undefined): TypedDay[] {
  return WEEKDAYS.map((_, index) => {
    const day = hours?.[index];
    const allDay = isAllDay(day);
    const { open, close } = allDay ? usual : (day ?? usual);
    return { on: day !== null, allDay, open, close: shownClose(close) };
  });
}

function dayOf({ on, allDay, open, close }: TypedDay): Day {
  if (!on) return null;
  return allDay ? { open: MIDNIGHT, close: ALL_DAY_CLOSE } : { open, close };
}

export const hoursOf = (week: readonly TypedDay[]): Week => week.map(dayOf);

function clock(time: string, locale: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const format = new Intl.DateTimeFormat(locale === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN', {
    hour: 'numeric',
    ...(minute === 0 ? {} : { minute: '2-digit' }),
    hour12: true,
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(2026, 0, 1, hour % 24, minute))).toLowerCase();
}

/** A day's hours as the key of a sentence and the times in it. */
export function spanOf(day: Day | undefined, locale: string) {
  if (!day) return { key: 'closed', times: {} };
  if (isAllDay(day)) return { key: 'openAllDay', times: {} };
  const times = { open: clock(day.open, locale), close: clock(day.close, locale) };
  return { key: endsNextDay(day) ? 'nextDay' : 'span', times };
}

/** Days that follow each other with the same hours, by the places of the first and the last. */
export function runsOf(week: Week): Array<{ first: number; last: number; day: Day }> {
  const runs: Array<{ first: number; last: number; day: Day }> = [];
  for (const [index, day] of week.entries()) {
    const before = runs.at(-1);
    if (before && before.day?.open === day?.open && before.day?.close === day?.close) before.last = index;
    else runs.push({ first: index, last: index, day });
  }
  return runs;
}
