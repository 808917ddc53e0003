'use client';

import { PageHeader } from '@studyspot/ui/page-header';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export interface SettingsPageProps {
  /** For whom they hold. */
  lead: 'library' | 'platform';
  actions?: ReactNode;
  children: ReactNode;
}

export function SettingsPage({ lead, actions, children }: SettingsPageProps) {
  const t = useTranslations('settings');
  return (
    <>
      <PageHeader title={t('title')} note={t(`leads.${lead}`)} actions={actions} />
      {children}
    </>
  );
}
