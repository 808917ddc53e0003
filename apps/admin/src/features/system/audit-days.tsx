'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { dayText } from '@studyspot/portal/day';
import { StayLink } from '@studyspot/portal/list/stay-link';
import { useLocale, useTranslations } from 'next-intl';

type Counted = AdminOutputs['audit']['days'];

export interface AuditDaysProps extends Counted {
  /** Where one of the days leads. */
  hrefOf: (day: string) => string;
  /** Whether the last of them is today. */
  untilToday: boolean;
}

// Units of the drawing, which is as wide as its place.
const STEP = 10;
const BAR = 7;
const HEIGHT = 64;

/** How much happened on each day: a sentence, bars, and the same as a table. */
export function AuditDays({ days, complete, hrefOf, untilToday }: AuditDaysProps) {
  const t = useTranslations('audit.days');
  const locale = useLocale();
  const wordOf = (day: string) => dayText(locale, `${day}T12:00:00+05:30`);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const most = days.reduce((top, one) => (one.count > top.count ? one : top), first);
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const summary =
    total === 0
      ? t('none', { from: wordOf(first.day), to: wordOf(last.day) })
      : t('summary', { total, days: days.length, most: most.count, day: wordOf(most.day) });
  return (
    <section
      aria-labelledby="days-title"
      className="mx-4 mb-3 flex flex-col gap-2 rounded-card border border-line px-4 py-3 lg:mx-8"
    >
      <h2 id="days-title" className="font-medium text-sm">
        {summary}
      </h2>
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-16 w-full border-control border-b"
      >
        {days.map(({ day, count }, at) => {
          // Few among many are still to be seen.
          const height = count === 0 ? 0 : Math.max(2, (count / most.count) * HEIGHT);
          return (
            <rect
              key={day}
              x={at * STEP + (STEP - BAR) / 2}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              className="fill-primary"
            >
              <title>{t('bar', { day: wordOf(day), count })}</title>
            </rect>
          );
        })}
      </svg>
      <p className="flex justify-between gap-4 text-text-muted text-xs">
        <span>{days.length > 1 ? wordOf(first.day) : null}</span>
        <span>{untilToday ? t('today') : wordOf(last.day)}</span>
      </p>
      {complete ? null : <p className="text-sm text-text-muted">{t('partly')}</p>}
      <details className="text-sm">
        <summary className="inline-flex min-h-11 w-fit items-center rounded-control text-primary underline-offset-2 hover:underline lg:min-h-6">
          {t('asTable')}
        </summary>
        <table className="mt-1 w-full max-w-sm">
          <thead>
            <tr className="border-line border-b text-left text-text-muted text-xs">
              <th scope="col" className="py-1.5 font-medium">
                {t('day')}
              </th>
              <th scope="col" className="py-1.5 text-right font-medium">
                {t('count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, count }) => (
              <tr key={day} className="border-line border-b">
                <td>
                  {count === 0 ? (
                    <span className="inline-flex min-h-8 items-center text-text-muted">{wordOf(day)}</span>
                  ) : (
                    <StayLink
                      href={hrefOf(day)}
                      className="inline-flex min-h-8 items-center text-primary underline-offset-2 hover:underline"
                    >
                      {wordOf(day)}
                    </StayLink>
                  )}
                </td>
                <td className="text-right tabular-nums">{countText(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
