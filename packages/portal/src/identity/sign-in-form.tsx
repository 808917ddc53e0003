'use client';

import { Button } from '@studyspot/ui/button';
import { Field } from '@studyspot/ui/field';
import { Input } from '@studyspot/ui/input';
import { PasswordInput } from '@studyspot/ui/password-input';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

const TYPED = 'studyspot-signin-email';

export interface SignInFormProps {
  csrf: string;
  next: string;
  refused: boolean;
  labels: { email: string; password: string; submit: string; forgot: string };
}

/** A plain form to the server: it works without script. Script only keeps the address over a failed try. */
export function SignInForm({ csrf, next, refused, labels }: SignInFormProps) {
  const t = useTranslations('common');
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const email = form.current?.elements.namedItem('email');
    const typed = sessionStorage.getItem(TYPED);
    // Not into a field that someone is in: what they type would go behind it.
    const isFree = email instanceof HTMLInputElement && email.value === '' && email !== document.activeElement;
    if (refused && isFree && typed) email.value = typed;
    // Back from another page shows this one as it was left: the button must be ready again.
    const ready = () => setBusy(false);
    window.addEventListener('pageshow', ready);
    return () => window.removeEventListener('pageshow', ready);
  }, [refused]);

  return (
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/credentials"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        if (busy) event.preventDefault();
        const email = new FormData(event.currentTarget).get('email');
        if (typeof email === 'string') sessionStorage.setItem(TYPED, email);
        setBusy(true);
      }}
    >
      <input type="hidden" name="csrfToken" value={csrf} />
      <input type="hidden" name="callbackUrl" value={next} />
      <Field id="signin-email" label={labels.email}>
        <Input
          id="signin-email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="email"
          required
          maxLength={254}
        />
      </Field>
      <Field id="signin-password" label={labels.password}>
        <PasswordInput
          id="signin-password"
          name="password"
          show={t('showPassword')}
          hide={t('hidePassword')}
          autoComplete="current-password"
          required
          maxLength={256}
        />
      </Field>
      <Button type="submit" look="primary" wide busy={busy}>
        {labels.submit}
      </Button>
      <a
        href="/forgot"
        className="inline-flex min-h-11 items-center self-center text-primary text-sm underline underline-offset-2 lg:min-h-8"
      >
        {labels.forgot}
      </a>
    </form>
  );
}
