import { daysUntil } from '../day.tsx';

export interface DayOf<Event> {
  /** How many midnights of India lie between then and now: 0 is today, -1 yesterday. */
  away: number;
  events: Event[];
}

/** Events in the order they came, those of one Indian day together. */
export function byDay<Event extends { at: string }>(events: readonly Event[], now: Date): DayOf<Event>[] {
  const days: DayOf<Event>[] = [];
  for (const event of events) {
    const away = daysUntil(event.at, now);
    const last = days.at(-1);
    if (last?.away === away) last.events.push(event);
    else days.push({ away, events: [event] });
  }
  return days;
}
