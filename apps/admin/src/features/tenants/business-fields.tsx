'use client';

import type { State } from '@studyspot/api/fields';
import { TextField } from '@studyspot/portal/form/fields';
import { PhoneField } from '@studyspot/portal/form/phone-field';
import { RegionField } from '@studyspot/portal/form/region-field';
import { textOf } from '@studyspot/portal/form/text-of';
import { useTranslations } from 'next-intl';

export interface BusinessValues {
  name: string;
  email: string;
  phone: string | null;
  city: string | null;
  state: string | null;
}

export function businessOf(form: FormData) {
  return {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    phone: textOf(form, 'phone'),
    city: textOf(form, 'city'),
    // The schema refuses whatever is none of them, with a sentence beside the field.
    state: textOf(form, 'state') as State,
  };
}

export function BusinessFields({ tenant }: { tenant: BusinessValues | null }) {
  const t = useTranslations('tenants');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextField name="name" label={t('nameOf')} defaultValue={tenant?.name} maxLength={120} autoComplete="off" />
      </div>
      <TextField
        name="email"
        label={t('email')}
        defaultValue={tenant?.email}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <PhoneField name="phone" label={t('phone')} number={tenant?.phone} />
      <TextField name="city" label={t('city')} defaultValue={tenant?.city ?? ''} maxLength={80} autoComplete="off" />
      <RegionField name="state" label={t('region')} value={tenant?.state ?? null} />
    </div>
  );
}
