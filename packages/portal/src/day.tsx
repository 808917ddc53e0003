import { useLocale } from 'next-intl';
import { timeZone } from './shell/choices.tsx';

// Latin digits in both languages; Hindi writes the month in full.
const days: Record<string, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
  hi: new Intl.DateTimeFormat('hi-IN-u-nu-latn', { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
};

export function dayText(locale: string, at: string): string {
  return (days[locale] ?? days.en)?.format(new Date(at)) ?? '';
}

export function Day({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {dayText(locale, at)}
    </time>
  );
}

const times = new Intl.DateTimeFormat('en-IN', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone });

export const timeText = (at: Date): string => times.format(at);

/** The day with the time of day, which reads the same in both languages. */
export function Moment({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {`${dayText(locale, at)}, ${timeText(new Date(at))}`}
    </time>
  );
}

const isoDays = new Intl.DateTimeFormat('en-CA', { timeZone });
const DAY_MS = 86_400_000;

/** The day that it is in India, as 2026-03-05. */
export const indianDay = (at: Date): string => isoDays.format(at);

/** How many midnights of India lie between now and then. */
export function daysUntil(at: string, now: Date): number {
  return Math.round((Date.parse(indianDay(new Date(at))) - Date.parse(indianDay(now))) / DAY_MS);
}

const near: Record<string, Intl.RelativeTimeFormat> = {
  en: new Intl.RelativeTimeFormat('en-IN', { numeric: 'auto' }),
  hi: new Intl.RelativeTimeFormat('hi-IN-u-nu-latn', { numeric: 'auto' }),
};

/** "in 3 days", "tomorrow". Beyond a month nobody counts days. */
export function nearDayText(locale: string, at: string, now: Date): string | null {
  const days = daysUntil(at, now);
  return Math.abs(days) > 31 ? null : ((near[locale] ?? near.en)?.format(days, 'day') ?? null);
}

/** A day by how far off it is, the full date beside it. */
export function NearDay({ at, now }: { at: string; now: Date }) {
  const text = nearDayText(useLocale(), at, now);
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {text ? <span>{text}</span> : null}
      <span className={text ? 'text-text-muted' : undefined}>
        <Day at={at} />
      </span>
    </span>
  );
}
