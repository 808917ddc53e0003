'use client';

import { Button } from '@studyspot/ui/button';
import { classNames } from '@studyspot/ui/class-names';
import { FieldError } from '@studyspot/ui/field';
import { Input } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useFormFacts } from '../form/form-context.tsx';
import { useReady } from '../form/use-ready.tsx';
import { endsNextDay, type TypedDay, WEEKDAYS } from './hours.tsx';

type Values = Record<string, TypedDay[]>;

/** Seven days, each closed, open all day or for some hours, with a way to give all the hours of Monday. */
export function WeekFields({ name }: { name: string }) {
  const isReady = useReady();
  const t = useTranslations('week');
  const { getValues, setValue } = useFormContext<Values>();
  const copyMonday = () => {
    const [monday] = getValues(name);
    if (monday)
      setValue(
        name,
        WEEKDAYS.map(() => ({ ...monday })),
      );
  };
  return (
    <div className="flex flex-col gap-2">
      <ul className="divide-y divide-line rounded-card border border-line">
        {WEEKDAYS.map((weekday, index) => (
          <DayFields key={weekday} name={`${name}.${index}`} day={t(`weekdays.${weekday}`)} />
        ))}
      </ul>
      <div>
        <Button size="small" waits={!isReady} onClick={copyMonday}>
          {t('copyMonday')}
        </Button>
      </div>
    </div>
  );
}

function DayFields({ name, day }: { name: `${string}.${number}`; day: string }) {
  const t = useTranslations('week');
  const facts = useFormFacts();
  const { on, allDay, open, close } = useWatch<Values, typeof name>({ name });
  const hasTimes = on && !allDay;
  const error = facts.errorOf(`${name}.open`) ?? facts.errorOf(`${name}.close`);
  const errorId = facts.idOf(`${name}.close`);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
      <DayTick name={`${name}.on`} label={t('openOn', { day })} className="w-32">
        {day}
      </DayTick>
      {on ? (
        <DayTick name={`${name}.allDay`} label={t('openAllDayOn', { day })}>
          {t('openAllDay')}
        </DayTick>
      ) : (
        <span className="text-sm text-text-muted">{t('closed')}</span>
      )}
      <div className={hasTimes ? 'flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:basis-full' : 'hidden'}>
        {(['open', 'close'] as const).map((part) => (
          <TimeField
            key={part}
            name={`${name}.${part}`}
            day={day}
            label={t(part === 'open' ? 'opens' : 'closes', { day })}
            disabled={!hasTimes}
            describedBy={error ? `${errorId}-error` : undefined}
          />
        ))}
        {endsNextDay({ open, close }) ? (
          <span className="text-sm text-text-muted max-sm:w-full max-sm:text-right">{t('theNextDay')}</span>
        ) : null}
      </div>
      {error ? (
        <div className="w-full">
          <FieldError id={errorId}>{error}</FieldError>
        </div>
      ) : null}
    </li>
  );
}

interface DayTickProps {
  name: `${string}.${number}.on` | `${string}.${number}.allDay`;
  label: string;
  className?: string;
  children: string;
}

function DayTick({ name, label, className, children }: DayTickProps) {
  const { field } = useController<Values, typeof name>({ name });
  return (
    <label
      className={classNames('flex min-h-11 shrink-0 cursor-pointer items-center gap-3 text-sm lg:min-h-10', className)}
    >
      <input
        type="checkbox"
        name={name}
        checked={field.value}
        aria-label={label}
        onChange={({ target }) => field.onChange(target.checked)}
        className="size-5 shrink-0 accent-primary"
      />
      {children}
    </label>
  );
}

interface TimeFieldProps {
  name: `${string}.${number}.open` | `${string}.${number}.close`;
  day: string;
  label: string;
  disabled: boolean;
  describedBy: string | undefined;
}

function TimeField({ name, day, label, disabled, describedBy }: TimeFieldProps) {
  const facts = useFormFacts();
  const { field } = useController<Values, TimeFieldProps['name']>({ name });
  return (
    <Input
      compact
      type="time"
      id={facts.idOf(name)}
      name={name}
      data-label={day}
      aria-label={label}
      value={field.value}
      onChange={field.onChange}
      disabled={disabled}
      invalid={facts.errorOf(name) !== undefined}
      aria-describedby={describedBy}
      className="min-w-28 flex-1 basis-0 tabular-nums max-sm:pr-1 max-sm:pl-2 sm:max-w-36"
    />
  );
}
