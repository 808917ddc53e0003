'use client';

import { useTranslations } from 'next-intl';
import { Form } from '../form/form.tsx';
import { useForm } from '../form/use-form.tsx';
import { shared } from '../shell/api-client.tsx';

const notices = { verify: 'verified', email: 'changed', device: 'device' } as const;

/** A link from a mail is opened by scanners too, so what it does waits for this button. */
export function TokenButton({ token, purpose }: { token: string; purpose: 'verify' | 'email' | 'device' }) {
  const t = useTranslations(`links.${purpose}`);
  const verify = shared.identity.verifyEmail.useMutation();
  const email = shared.identity.confirmEmailChange.useMutation();
  const device = shared.identity.passDevice.useMutation();
  const handle = useForm({
    values: {},
    toInput: () => ({ token }),
    send: { verify, email, device }[purpose].mutateAsync,
    done: () => window.location.assign(`/signin?notice=${notices[purpose]}`),
    sentences: { invalid_token: t('dead') },
  });
  return (
    <Form handle={handle} submit={t('submit')}>
      {null}
    </Form>
  );
}
