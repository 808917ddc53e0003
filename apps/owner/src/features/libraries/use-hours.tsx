import { WEEKDAYS } from '@studyspot/api/domains/libraries/names';
import { useLocale, useTranslations } from 'next-intl';
import { runsOf, spanOf, type Week } from './hours.ts';

/** Says a week in words, days with the same hours together. */
export function useHours() {
  const t = useTranslations('libraries');
  const locale = useLocale();
  const dayName = (index: number) => t(`weekdays.${WEEKDAYS[index]}`);
  return (week: Week) =>
    runsOf(week).map(({ first, last, day }) => {
      const { key, times } = spanOf(day, locale);
      const names = { first: dayName(first), last: dayName(last) };
      return { label: first === last ? names.first : t('daysFromTo', names), value: t(key, times) };
    });
}
