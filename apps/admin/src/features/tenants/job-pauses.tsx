'use client';

import { useHere } from '@studyspot/portal/data/here';
import { dayText } from '@studyspot/portal/day';
import { ReasonDialog } from '@studyspot/portal/form/reason-dialog';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { Notice } from '@studyspot/ui/notice';
import { showToast } from '@studyspot/ui/toast';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import type { Tenant } from './tenant-list.tsx';

interface Of {
  tenant: Pick<Tenant, 'id' | 'name'>;
}

/** All that would be done for a customer waits, while its people go on working. */
export function PauseJobs({ tenant: { id: tenantId, name } }: Of) {
  const t = useTranslations('tenants');
  const { mutateAsync } = trpc.jobs.pause.useMutation();
  const pauses = trpc.jobs.pausesOf.useQuery({ tenantId }).data;
  if (pauses?.some(({ queue }) => queue === '')) return null;
  return (
    <ReasonDialog
      words="tenants"
      act="pauseJobs"
      name={name}
      look="secondary"
      schema={async () => (await import('@studyspot/api/domains/system/jobs/schema')).pauseInput}
      toInput={(reason) => ({ queue: '' as const, tenantId, reason })}
      send={mutateAsync}
      done={() => showToast({ text: t('jobsPaused', { name }) })}
    />
  );
}

/** What of a customer's waits, since when, by whom and why. */
export function JobPauses({ tenant: { id: tenantId, name } }: Of) {
  const t = useTranslations('tenants');
  const locale = useLocale();
  const { may } = useHere();
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.jobs.resume.useMutation();
  const pauses = trpc.jobs.pausesOf.useQuery({ tenantId }).data ?? [];
  return pauses.map(({ queue, reason, by, since }) => (
    <Notice
      key={queue}
      tone="warning"
      action={
        may('system:jobs') ? (
          <Button
            size="small"
            busy={busy}
            onClick={() =>
              void change({ run: () => mutateAsync({ queue, tenantId }), said: () => t('jobsResumed', { name }) })
            }
          >
            {t('resumeJobs')}
          </Button>
        ) : null
      }
    >
      {t('jobsPausedSince', { day: dayText(locale, since), by: by ?? t('somebody'), reason })}
    </Notice>
  ));
}
