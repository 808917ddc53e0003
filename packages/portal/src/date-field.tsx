'use client';

import { describedBy, Field } from '@studyspot/ui/field';
import { Input } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useByTouch } from './by-touch.tsx';
import { readTypedDay, typedDay } from './typed-day.tsx';

export interface DateFieldProps {
  id: string;
  label: string;
  /** The day as 2026-03-05; empty where none is chosen. */
  value: string;
  onChange: (day: string) => void;
  /** For days typed without a year. */
  today: string;
  disabled?: boolean | undefined;
}

/** The phone's own picker where one touches; elsewhere typed as one writes it here: day, month, year. */
export function DateField({ id, label, value, onChange, today, disabled }: DateFieldProps) {
  const t = useTranslations('common');
  const isTouched = useByTouch();
  const [typed, setTyped] = useState(() => (value ? typedDay(value) : ''));
  const [fault, setFault] = useState(false);
  const [told, setTold] = useState(value);
  // Chosen by something else than this field.
  if (value !== told) {
    setTold(value);
    setTyped(value ? typedDay(value) : '');
    setFault(false);
  }
  const help = isTouched ? undefined : t('dayHelp');
  const error = fault ? t('dayFault') : undefined;
  const read = () => {
    const day = readTypedDay(typed, today);
    setFault(day === null && typed.trim() !== '');
    if (day) setTyped(typedDay(day));
    setTold(day ?? '');
    onChange(day ?? '');
  };
  return (
    <Field id={id} label={label} help={help} error={error}>
      {isTouched ? (
        <Input
          id={id}
          type="date"
          value={value}
          disabled={disabled}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Input
          id={id}
          autoComplete="off"
          value={typed}
          disabled={disabled}
          invalid={fault}
          aria-describedby={describedBy(id, help, error)}
          onChange={({ target }) => {
            setTyped(target.value);
            setFault(false);
          }}
          onBlur={read}
        />
      )}
    </Field>
  );
}
