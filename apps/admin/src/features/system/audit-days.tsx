'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { dayText } from '@studyspot/portal/day';
import { StayLink } from '@studyspot/portal/list/stay-link';
import { Bars } from '@studyspot/ui/bars';
import { Chart } from '@studyspot/ui/chart';
import { useLocale, useTranslations } from 'next-intl';

type Counted = AdminOutputs['audit']['days'];

export interface AuditDaysProps extends Counted {
  /** Where one of the days leads. */
  hrefOf: (day: string) => string;
  /** Whether the last of them is today. */
  untilToday: boolean;
}

const place = 'inline-flex min-h-8 items-center';

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
    <div className="mx-4 mb-3 rounded-card border border-line px-4 py-3 lg:mx-8">
      <Chart
        summary={summary}
        asTable={t('asTable')}
        head={[t('day'), t('count')]}
        rows={days.toReversed().map(({ day, count }) => ({
          key: day,
          name:
            count === 0 ? (
              <span className={`${place} text-text-muted`}>{wordOf(day)}</span>
            ) : (
              <StayLink href={hrefOf(day)} className={`${place} text-primary underline-offset-2 hover:underline`}>
                {wordOf(day)}
              </StayLink>
            ),
          values: [countText(count)],
        }))}
        note={complete ? null : <p className="text-sm text-text-muted">{t('partly')}</p>}
      >
        <Bars
          label={summary}
          bars={days.map(({ day, count }) => ({
            key: day,
            value: count,
            title: t('bar', { day: wordOf(day), count }),
          }))}
        />
        <p className="flex justify-between gap-4 text-text-muted text-xs">
          <span>{days.length > 1 ? wordOf(first.day) : null}</span>
          <span>{untilToday ? t('today') : wordOf(last.day)}</span>
        </p>
      </Chart>
    </div>
  );
}
