'use client';

import { STATES } from '@studyspot/api/states';
import { Combobox } from '@studyspot/ui/combobox';
import { Field } from '@studyspot/ui/field';
import { useLocale, useTranslations } from 'next-intl';
import { useByTouch } from '../by-touch.tsx';
import { SelectField, useFieldParts } from './fields.tsx';

interface RegionProps {
  name: string;
  optional: boolean;
}

interface RegionsProps extends RegionProps {
  regions: ReadonlyArray<{ key: string; label: string }>;
}

/** The states and territories of India, in the order of the reader's language: the phone's own list where one touches. */
export function RegionField({ name, optional }: RegionProps) {
  const t = useTranslations('regions');
  const locale = useLocale();
  const regions = STATES.map((key) => ({ key, label: t(key) })).sort((a, b) => a.label.localeCompare(b.label, locale));
  const Regions = useByTouch() === false ? RegionSearch : RegionList;
  return <Regions name={name} optional={optional} regions={regions} />;
}

function RegionList({ name, optional, regions }: RegionsProps) {
  const t = useTranslations('regions');
  return (
    <SelectField name={name} optional={optional} autoComplete="address-level1">
      <option value="" disabled>
        {t('choose')}
      </option>
      {regions.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}

function RegionSearch({ name, optional, regions }: RegionsProps) {
  const t = useTranslations('regions');
  const common = useTranslations('common');
  const { field, input } = useFieldParts({ name, optional });
  return (
    <Field {...field}>
      <Combobox
        {...input}
        options={regions}
        label={field.label}
        placeholder={t('choose')}
        clear={common('clearChoice', { name: field.label })}
        nothing={t('none')}
      />
    </Field>
  );
}
