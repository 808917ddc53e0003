'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RecordPage } from '../page/record-page.tsx';

export function InvitePage({ children }: { children: ReactNode }) {
  const t = useTranslations('staff');
  return (
    <RecordPage words="staff" list="/staff" title={t('inviteTitle')} note={t('inviteLead')} layout="max-w-xl">
      {children}
    </RecordPage>
  );
}
