const DAY_MS = 86_400_000;
// India has one time, without summer time.
const INDIA_MS = 5.5 * 3_600_000;
const MOST_DAYS = 31;
const indianDay = (ms: number) => Math.floor((ms + INDIA_MS) / DAY_MS);

interface Span {
  from: Date;
  to: Date;
}

/** The days that are counted: those asked for, no later than now and no more than a month. Null where none is left. */
export function spanOf(asked: { from?: string | undefined; to?: string | undefined }, now: Date): Span | null {
  const to = Math.min(asked.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(asked.to), now.getTime());
  const first = (indianDay(to) - MOST_DAYS + 1) * DAY_MS - INDIA_MS;
  const from = Math.max(asked.from === undefined ? 0 : Date.parse(asked.from), first, 0);
  return from > to ? null : { from: new Date(from), to: new Date(to) };
}

/** Each day of a span in India, also those on which nothing happened. */
export function daysOf({ from, to }: Span): string[] {
  const first = indianDay(from.getTime());
  const count = indianDay(to.getTime()) - first + 1;
  return Array.from({ length: count }, (_, n) => new Date((first + n) * DAY_MS).toISOString().slice(0, 10));
}
