'use client';

import { localeOf } from '@studyspot/api/locale';
import type { OwnerOutputs } from '@studyspot/api/root';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { PasswordField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { PhoneField } from '../form/phone-field.tsx';
import { useForm } from '../form/use-form.tsx';
import { phoneText } from '../phone.tsx';
import { shared } from '../shell/api-client.tsx';

export type ProfileFormProps = Pick<OwnerOutputs['identity']['me'], 'name' | 'phone'>;

export function ProfileForm({ name, phone }: ProfileFormProps) {
  const t = useTranslations('profile');
  const locale = localeOf(useLocale(), null);
  const router = useRouter();
  const { mutateAsync } = shared.identity.updateProfile.useMutation();
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/identity/schema')).updateProfileInput,
    values: { name, phone: phoneText(phone ?? '') },
    toInput: (typed) => ({ ...typed, locale }),
    send: mutateAsync,
    done: () => {
      showToast({ text: t('saved') });
      router.refresh();
    },
  });
  return (
    <Form handle={handle} submit={t('save')}>
      <TextField name="name" label={t('name')} autoComplete="name" />
      <PhoneField name="phone" label={t('phone')} optional autoComplete="tel" />
    </Form>
  );
}

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('profile');
  const router = useRouter();
  const { mutateAsync } = shared.identity.changePassword.useMutation();
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/identity/schema')).changePasswordInput,
    values: { current: '', next: '' },
    toInput: (typed) => typed,
    clears: true,
    send: mutateAsync,
    done: () => {
      showToast({ text: t('passwordChanged') });
      router.refresh();
    },
  });
  return (
    <Form handle={handle} submit={t('changePassword')}>
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <PasswordField name="current" label={t('currentPassword')} autoComplete="current-password" />
      <PasswordField name="next" label={t('newPassword')} help={t('rules')} autoComplete="new-password" />
    </Form>
  );
}
