'use client';

import { resetPasswordInput } from '@studyspot/api/domains/identity/schema';
import { useTranslations } from 'next-intl';
import { PasswordField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { textOf } from '../form/text-of.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('reset');
  const { mutateAsync } = shared.identity.resetPassword.useMutation();
  const handle = useForm({
    schema: resetPasswordInput,
    read: (form) => ({ token, password: textOf(form, 'password') }),
    send: mutateAsync,
    done: () => window.location.assign('/signin?notice=reset'),
    sentences: { invalid_token: t('dead') },
  });
  return (
    <Form handle={handle} submit={t('submit')}>
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <PasswordField name="password" label={t('password')} help={t('rules')} autoComplete="new-password" />
    </Form>
  );
}
