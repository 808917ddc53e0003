import type { Schedule } from './say.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
// India has one time and no summer time.
const INDIA = 5.5 * 60 * MINUTE;

/** The last moment up to now at which it was due: whoever slept over several does the last one alone. */
export function lastDue({ at }: Pick<Schedule, 'at'>, now: Date): Date {
  if (typeof at === 'object') {
    const every = at.minutes * MINUTE;
    return new Date(Math.floor(now.getTime() / every) * every);
  }
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const inDay = (hours * 60 + minutes) * MINUTE;
  const midnight = Math.floor((now.getTime() + INDIA) / DAY) * DAY - INDIA;
  const today = midnight + inDay;
  return new Date(today <= now.getTime() ? today : today - DAY);
}
