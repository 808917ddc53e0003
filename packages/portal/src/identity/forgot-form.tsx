'use client';

import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';
import { useTypedAddress } from './typed-address.tsx';

export function ForgotForm() {
  const t = useTranslations('forgot');
  const typed = useTypedAddress();
  const { mutateAsync } = shared.identity.forgotPassword.useMutation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/identity/schema')).forgotPasswordInput,
    // What was typed at sign-in comes into the field as long as nobody has touched it.
    values: { email: typed },
    toInput: (input) => input,
    send: async (input) => {
      await mutateAsync(input);
      return input.email;
    },
    done: setSentTo,
  });
  if (sentTo) {
    return (
      <Notice tone="success" urgent>
        {t('sent', { email: sentTo })}
      </Notice>
    );
  }
  return (
    <Form handle={handle} submit={t('submit')}>
      <TextField
        name="email"
        label={t('email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
    </Form>
  );
}
