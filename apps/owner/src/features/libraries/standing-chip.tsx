'use client';

import type { STANDINGS } from '@studyspot/api/domains/libraries/names';
import { StatusChip } from '@studyspot/ui/status-chip';
import { useTranslations } from 'next-intl';
import { standingTones } from './library-address.ts';

/** What the platform says of a library, in a word. */
export function StandingChip({ standing }: { standing: (typeof STANDINGS)[number] }) {
  const t = useTranslations('libraries');
  return <StatusChip tone={standingTones[standing]}>{t(`standings.${standing}`)}</StatusChip>;
}
