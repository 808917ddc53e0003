'use client';

import { toE164 } from '@studyspot/api/phone-number';
import { useFormContext } from 'react-hook-form';
import { phoneText } from '../phone.tsx';
import { TextField } from './fields.tsx';
import { kinds } from './kinds.tsx';

export interface PhoneFieldProps {
  name: string;
  label?: string;
  optional?: boolean;
  autoComplete?: 'tel' | 'off';
}

/** Takes a number in any usual form and shows it grouped on leaving the field. */
export function PhoneField({ name, label, optional = false, autoComplete = 'off' }: PhoneFieldProps) {
  const { setValue } = useFormContext();
  return (
    <TextField
      name={name}
      label={label}
      optional={optional}
      {...kinds.phone.box}
      autoComplete={autoComplete}
      onBlur={({ target }) => {
        const whole = toE164(target.value);
        if (whole) setValue(name, phoneText(whole));
      }}
    />
  );
}
