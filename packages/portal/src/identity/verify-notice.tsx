'use client';

import { Button } from '@studyspot/ui/button';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../form/use-change.tsx';
import { shared } from '../shell/api-client.tsx';

export function VerifyNotice({ email }: { email: string }) {
  const t = useTranslations('profile');
  const { change, busy } = useChange();
  const { mutateAsync } = shared.identity.sendVerification.useMutation();
  const [sent, setSent] = useState(false);
  return (
    <Notice
      tone="warning"
      action={
        sent ? null : (
          <Button
            size="small"
            busy={busy}
            onClick={() =>
              change({
                run: () => mutateAsync(),
                said: () => t('verifySent', { email }),
              }).then(setSent)
            }
          >
            {t('verifySend')}
          </Button>
        )
      }
    >
      {sent ? t('verifySent', { email }) : t('unverified', { email })}
    </Notice>
  );
}
