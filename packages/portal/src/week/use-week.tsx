import { useLocale, useTranslations } from 'next-intl';
import { runsOf, spanOf, WEEKDAYS, type Week } from './hours.tsx';

/** Says a week in words, days with the same hours together. */
export function useWeek() {
  const t = useTranslations('week');
  const locale = useLocale();
  const dayName = (index: number) => t(`weekdays.${WEEKDAYS[index]}`);
  return (week: Week) =>
    runsOf(week).map(({ first, last, day }) => {
      const { key, times } = spanOf(day, locale);
      const names = { first: dayName(first), last: dayName(last) };
      return { label: first === last ? names.first : t('daysFromTo', names), value: t(key, times) };
    });
}

/** The same in one line, of a week as a trail holds it. */
export function useWeekText() {
  const inWords = useWeek();
  return (trailed: string) =>
    inWords(JSON.parse(trailed))
      .map(({ label, value }) => `${label}: ${value}`)
      .join(', ');
}
