'use client';

import type { STANDINGS } from '@studyspot/api/domains/libraries/names';
import { StatusChip } from '@studyspot/ui/status-chip';
import { useTranslations } from 'next-intl';

export const standingTones = {
  pending: 'info',
  approved: 'success',
  changes_requested: 'warning',
  rejected: 'danger',
  suspended: 'danger',
} as const;

/** What the platform says of a library, in a word. */
export function StandingChip({ standing }: { standing: (typeof STANDINGS)[number] }) {
  const t = useTranslations('libraries');
  return <StatusChip tone={standingTones[standing]}>{t(`standings.${standing}`)}</StatusChip>;
}
