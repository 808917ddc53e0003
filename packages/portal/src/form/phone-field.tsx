'use client';

import { toE164 } from '@studyspot/api/fields';
import { phoneText } from '../phone.tsx';
import { TextField } from './fields.tsx';
import { useFormFacts } from './form-context.tsx';

export interface PhoneFieldProps {
  name: string;
  label?: string;
  /** Where it is not the record's own. */
  number?: string | null | undefined;
  optional?: boolean;
  autoComplete?: 'tel' | 'off';
}

/** Takes a number in any usual form and shows it grouped on leaving the field. */
export function PhoneField({ name, label, number, optional = false, autoComplete = 'off' }: PhoneFieldProps) {
  const { startOf } = useFormFacts();
  return (
    <TextField
      name={name}
      label={label}
      optional={optional}
      defaultValue={phoneText(number ?? String(startOf(name) ?? ''))}
      type="tel"
      inputMode="tel"
      autoComplete={autoComplete}
      onBlur={({ target }) => {
        const whole = toE164(target.value);
        if (whole) target.value = phoneText(whole);
      }}
    />
  );
}
