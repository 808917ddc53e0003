'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('reset');
  const { mutateAsync } = shared.identity.resetPassword.useMutation();
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/identity/schema')).resetPasswordInput,
    values: { password: '' },
    toInput: ({ password }) => ({ token, password }),
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
