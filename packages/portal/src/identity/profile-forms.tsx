'use client';

import { changePasswordInput, updateProfileInput } from '@studyspot/api/domains/identity/schema';
import type { OwnerOutputs } from '@studyspot/api/root';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PasswordField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { PhoneField } from '../form/phone-field.tsx';
import { textOf } from '../form/text-of.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';

export type ProfileFormProps = Pick<OwnerOutputs['identity']['me'], 'name' | 'phone' | 'locale'>;

export function ProfileForm({ name, phone, locale }: ProfileFormProps) {
  const t = useTranslations('profile');
  const router = useRouter();
  const { mutateAsync } = shared.identity.updateProfile.useMutation();
  const handle = useForm({
    schema: updateProfileInput,
    read: (form) => ({ name: textOf(form, 'name'), phone: textOf(form, 'phone'), locale }),
    send: mutateAsync,
    done: () => {
      showToast({ text: t('saved') });
      router.refresh();
    },
  });
  return (
    <Form handle={handle} submit={t('save')}>
      <TextField name="name" label={t('name')} defaultValue={name} autoComplete="name" />
      <PhoneField name="phone" label={t('phone')} optional number={phone} autoComplete="tel" />
    </Form>
  );
}

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('profile');
  const router = useRouter();
  const { mutateAsync } = shared.identity.changePassword.useMutation();
  const handle = useForm({
    schema: changePasswordInput,
    read: (form) => ({ current: textOf(form, 'current'), next: textOf(form, 'next') }),
    send: mutateAsync,
    done: (_, form) => {
      form.reset();
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
