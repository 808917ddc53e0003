'use client';

import { STATES } from '@studyspot/api/states';
import { useLocale, useTranslations } from 'next-intl';
import { SelectField } from './fields.tsx';

/** The states and territories of India, in the order of the reader's language. */
export function RegionField({ name, optional }: { name: string; optional: boolean }) {
  const t = useTranslations('regions');
  const locale = useLocale();
  const sorted = STATES.map((code) => ({ code, text: t(code) })).sort((a, b) => a.text.localeCompare(b.text, locale));
  return (
    <SelectField name={name} optional={optional} autoComplete="address-level1">
      <option value="" disabled>
        {t('choose')}
      </option>
      {sorted.map(({ code, text }) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
