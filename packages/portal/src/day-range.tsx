/** Days as 2026-03-05; empty where that end is open. */
export interface DayRange {
  first: string;
  last: string;
}

export const RANGES = ['today', 'thisWeek', 'thisMonth', 'lastMonth'] as const;
export type RangeName = (typeof RANGES)[number];

const DAYS = 7;
const iso = (at: Date) => at.toISOString().slice(0, 10);

/** Whole weeks from Monday, whole months, of the day that it is in India. */
export function rangeOf(name: RangeName, today: string): DayRange {
  const at = new Date(`${today}T00:00:00Z`);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const dayAt = (...parts: [number, number, number]) => iso(new Date(Date.UTC(...parts)));
  const sinceMonday = (at.getUTCDay() + DAYS - 1) % DAYS;
  switch (name) {
    case 'today':
      return { first: today, last: today };
    case 'thisWeek':
      return { first: dayAt(year, month, day - sinceMonday), last: dayAt(year, month, day - sinceMonday + DAYS - 1) };
    case 'thisMonth':
      return { first: dayAt(year, month, 1), last: dayAt(year, month + 1, 0) };
    case 'lastMonth':
      return { first: dayAt(year, month - 1, 1), last: dayAt(year, month, 0) };
  }
}

/** For what has happened: no further than today. */
export function untilToday({ first, last }: DayRange, today: string): DayRange {
  return { first, last: last > today ? today : last };
}

/** Whether it ends before it begins. */
export const isTurned = ({ first, last }: DayRange): boolean => first !== '' && last !== '' && first > last;
