'use client';

import { useTranslations } from 'next-intl';
import { PasswordField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';

export interface InvitationFormProps {
  token: string;
  name: string;
  /** New people choose a password; those who have one keep it. */
  needsPassword: boolean;
}

export function InvitationForm({ token, name, needsPassword }: InvitationFormProps) {
  const t = useTranslations('invitation');
  const { mutateAsync } = shared.identity.acceptInvitation.useMutation();
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/identity/schema')).acceptInvitationInput,
    values: { name, password: '' },
    toInput: (typed) => (needsPassword ? { token, ...typed } : { token }),
    send: mutateAsync,
    done: () => window.location.assign('/signin?notice=accepted'),
    sentences: { invalid_token: t('dead') },
  });
  return (
    <Form handle={handle} submit={needsPassword ? t('submitNew') : t('submit')}>
      {needsPassword ? (
        <>
          <TextField name="name" label={t('name')} autoComplete="name" />
          <PasswordField name="password" label={t('password')} help={t('rules')} autoComplete="new-password" />
        </>
      ) : null}
    </Form>
  );
}
