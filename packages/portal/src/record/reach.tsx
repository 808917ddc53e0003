'use client';

import { ButtonLink } from '@studyspot/ui/button';
import { MessageCircle, Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { whatsAppOf } from '../phone.tsx';

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The ways to whom a record is about: a call, and a message where there may be a mobile phone. */
export function Reach({ phone }: { phone: string }) {
  const t = useTranslations('common');
  const chat = whatsAppOf(phone);
  return (
    <>
      <ButtonLink href={`tel:${phone}`} icon={<Phone {...icon} />}>
        {t('call')}
      </ButtonLink>
      {chat ? (
        <ButtonLink href={chat} target="_blank" rel="noreferrer" icon={<MessageCircle {...icon} />}>
          {t('whatsApp')}
        </ButtonLink>
      ) : null}
    </>
  );
}
