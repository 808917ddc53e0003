'use client';

import { stateOfPin } from '@studyspot/api/states';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { TextField } from './fields.tsx';

/** A PIN code, and beneath it the state that it lies in. */
export function PinField({ name }: { name: string }) {
  const t = useTranslations('regions');
  const typed: unknown = useWatch({ name });
  const state = stateOfPin(String(typed ?? ''));
  return <TextField name={name} help={state ? t(state) : undefined} inputMode="numeric" autoComplete="postal-code" />;
}
