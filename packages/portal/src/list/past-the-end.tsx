'use client';

import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { ListEnd } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { StayLink } from './stay-link.tsx';

/** All rows of a page have gone while it was kept in an address: the list has others. */
export function PastTheEnd({ href }: { href: string }) {
  const t = useTranslations('common');
  return (
    <EmptyState
      icon={<ListEnd size={24} strokeWidth={1.75} />}
      title={t('pastTheEndTitle')}
      actions={
        <ButtonLink as={StayLink} href={href}>
          {t('wayBack')}
        </ButtonLink>
      }
    >
      {t('pastTheEnd')}
    </EmptyState>
  );
}
