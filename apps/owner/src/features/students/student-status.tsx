'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { StatusOf } from '@studyspot/portal/status';
import { StatusChip } from '@studyspot/ui/status-chip';
import { useTranslations } from 'next-intl';
import { studentStatus } from './student-address.ts';

type Student = Pick<OwnerOutputs['students']['get'], 'status' | 'removedAt'>;

/** Whoever is removed is nothing else. */
export function StudentStatus({ student: { status, removedAt } }: { student: Student }) {
  const t = useTranslations('students');
  return removedAt ? (
    <StatusChip tone="neutral">{t('views.removed')}</StatusChip>
  ) : (
    <StatusOf {...studentStatus} status={status} />
  );
}
