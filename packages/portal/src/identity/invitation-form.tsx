'use client';

import { useTranslations } from 'next-intl';
import { PasswordField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';
import { enter } from './enter.tsx';

export interface InvitationFormProps {
  token: string;
  name: string;
  email: string;
  csrf: string;
  /** New people choose a password; those who have one keep it. */
  needsPassword: boolean;
}

export function InvitationForm({ token, name, email, csrf, needsPassword }: InvitationFormProps) {
  const t = useTranslations('invitation');
  const { mutateAsync } = shared.identity.acceptInvitation.useMutation();
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/identity/schema')).acceptInvitationInput,
    values: { name, password: '' },
    toInput: (typed) => ({ token, ...(needsPassword && typed) }),
    send: async (input: { token: string; password?: string }) => {
      await mutateAsync(input);
      return input.password;
    },
    // Who has just chosen a password need not type it again; who had one already may be signed in.
    done: (password) =>
      password === undefined ? window.location.assign('/signin?notice=accepted') : enter({ csrf, email, password }),
    sentences: { invalid_token: t('dead') },
  });
  return (
    <Form handle={handle} submit={needsPassword ? t('submitNew') : t('submit')}>
      {needsPassword ? (
        <>
          <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
          <TextField name="name" label={t('name')} autoComplete="name" />
          <PasswordField name="password" label={t('password')} help={t('rules')} autoComplete="new-password" />
        </>
      ) : null}
    </Form>
  );
}
