'use client';

import { FieldError } from '@studyspot/ui/field';
import { useTranslations } from 'next-intl';
import { DateField } from './date-field.tsx';
import { type DayRange, isTurned } from './day-range.tsx';
import { QuickRanges } from './quick-ranges.tsx';

export interface DateRangeProps {
  id: string;
  label: string;
  value: DayRange;
  onChange: (range: DayRange) => void;
  today: string;
  disabled?: boolean;
}

/** From a day to a day, both of them in it. */
export function DateRange({ id, label, value, onChange, today, disabled }: DateRangeProps) {
  const t = useTranslations('range');
  const end = (name: keyof DayRange) => (
    <DateField
      id={`${id}-${name}`}
      label={t(name)}
      value={value[name]}
      onChange={(day) => onChange({ ...value, [name]: day })}
      today={today}
      disabled={disabled}
    />
  );
  return (
    <fieldset className="flex min-w-0 flex-col gap-3" disabled={disabled}>
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-2">
        <QuickRanges value={value} today={today}>
          {({ range, isNow, name, className }) => (
            <button
              type="button"
              aria-pressed={isNow}
              onClick={() => onChange(range)}
              className={`${className} disabled:opacity-60`}
            >
              {name}
            </button>
          )}
        </QuickRanges>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {end('first')}
        {end('last')}
      </div>
      <div role="alert">{isTurned(value) ? <FieldError id={id}>{t('turned')}</FieldError> : null}</div>
    </fieldset>
  );
}
