'use client';

import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PasswordField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';

/** The new address counts once the link mailed to it was opened: until then nothing changes. */
export function EmailForm({ email }: { email: string }) {
  const t = useTranslations('profile');
  const [mailed, setMailed] = useState<string | null>(null);
  const { mutateAsync } = shared.identity.requestEmailChange.useMutation();
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/identity/schema')).requestEmailChangeInput,
    values: { email: '', password: '' },
    toInput: (typed) => typed,
    clears: true,
    send: (input) => {
      setMailed(null);
      return mutateAsync(input).then(() => input.email.trim());
    },
    done: setMailed,
  });
  return (
    <>
      {mailed ? (
        <div className="mb-5">
          <Notice>{t('emailMailed', { next: mailed, email })}</Notice>
        </div>
      ) : null}
      <Form handle={handle} submit={t('changeEmail')}>
        <TextField
          name="email"
          label={t('newEmail')}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField name="password" label={t('currentPassword')} autoComplete="current-password" />
      </Form>
    </>
  );
}
