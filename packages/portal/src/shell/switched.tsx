'use client';

import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { shared } from './api-client.tsx';
import { heard } from './tell-switched.tsx';

/** Shown when the API answers that this browser works for another tenant, or person, by now. */
export function SwitchedNotice({ place }: { place: string }) {
  const t = useTranslations('states.switched');
  const { client } = shared.useUtils();
  const [now, setNow] = useState<string | null>(null);
  const [isOther, setIsOther] = useState(false);

  useEffect(() => {
    const hear = (event: Event) => {
      const id: unknown = event instanceof CustomEvent ? event.detail : null;
      setIsOther(typeof id !== 'string');
      client.identity.choices
        .query()
        .then((choices) => setNow(choices.find((choice) => choice.tenantId === id)?.tenantName ?? ''))
        .catch(() => setNow(''));
    };
    heard.addEventListener('switched', hear);
    return () => heard.removeEventListener('switched', hear);
  }, [client]);

  return (
    <Dialog
      open={now !== null}
      onClose={() => setNow(null)}
      title={isOther ? t('otherPerson') : now ? t('title', { tenant: now }) : t('titlePlain')}
      close={t('close')}
      actions={
        <>
          {isOther ? null : <Button onClick={() => window.location.assign('/choose')}>{t('choose', { place })}</Button>}
          <Button look="primary" onClick={() => window.location.assign('/')}>
            {now ? t('go', { tenant: now }) : t('goPlain')}
          </Button>
        </>
      }
    >
      <p>{isOther ? t('otherPersonBody') : t('body', { place })}</p>
    </Dialog>
  );
}
