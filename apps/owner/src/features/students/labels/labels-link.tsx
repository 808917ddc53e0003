'use client';

import { PageLink } from '@studyspot/portal/shell/page-link';
import { Tags } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { labelsPath } from '../student-address.ts';

/** Where labels are counted, renamed and removed; nowhere as long as there are none. */
export function LabelsLink({ count }: { count: number }) {
  const t = useTranslations('students');
  return count === 0 ? null : (
    <p className="px-4 pb-2 lg:px-8">
      <PageLink
        href={labelsPath}
        className="inline-flex min-h-11 items-center gap-1.5 text-primary text-sm underline underline-offset-2 lg:min-h-8"
      >
        <Tags size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('labelsOf', { count })}
      </PageLink>
    </p>
  );
}
