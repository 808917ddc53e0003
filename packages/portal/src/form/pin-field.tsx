'use client';

import { stateOfPin } from '@studyspot/api/states';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { TextField } from './fields.tsx';

/** A PIN code, and beneath it the state that it lies in. */
export function PinField({ name, optional }: { name: string; optional: boolean }) {
  const t = useTranslations('regions');
  const typed: unknown = useWatch({ name });
  const state = stateOfPin(String(typed ?? ''));
  return (
    <TextField
      name={name}
      optional={optional}
      help={state ? t(state) : undefined}
      inputMode="numeric"
      autoComplete="postal-code"
    />
  );
}
