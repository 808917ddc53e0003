'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { type DayRange, RANGES, rangeOf } from './day-range.tsx';

export interface QuickRangesProps {
  value: DayRange;
  today: string;
  /** A range as it is chosen here; of what has happened, no further than today. */
  cut?: (range: DayRange, today: string) => DayRange;
  /** A button or a link. */
  children: (one: { range: DayRange; isNow: boolean; name: string; className: string }) => ReactNode;
}

/** The ranges that are asked for most. */
export function QuickRanges({ value, today, cut, children }: QuickRangesProps) {
  const t = useTranslations('range');
  return RANGES.map((one) => {
    const whole = rangeOf(one, today);
    const range = cut ? cut(whole, today) : whole;
    const isNow = range.first === value.first && range.last === value.last;
    const look = isNow ? 'border-primary bg-muted font-medium' : 'border-control hover:bg-muted';
    const className = `inline-flex min-h-11 items-center rounded-full border px-3 text-sm lg:min-h-8 ${look}`;
    return <Fragment key={one}>{children({ range, isNow, name: t(one), className })}</Fragment>;
  });
}
