'use client';

import { ReasonDialog } from '@studyspot/portal/form/reason-dialog';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import type { Job } from './given-up.tsx';

export interface JobActionsProps {
  job: Pick<Job, 'id' | 'tenantId'>;
  done?: () => void;
}

/** What can be done about a job that was given up. */
export function JobActions({ job: { id, tenantId }, done }: JobActionsProps) {
  const t = useTranslations('health');
  const { change, busy } = useChange();
  const replay = trpc.jobs.replay.useMutation();
  const drop = trpc.jobs.drop.useMutation();
  const tell = (text: string) => {
    done?.();
    return text;
  };
  return (
    <div className="flex shrink-0 gap-2">
      <Button
        size="small"
        busy={busy}
        onClick={() =>
          void change({ run: () => replay.mutateAsync({ tenantId, id }), said: () => tell(t('replayed')) })
        }
      >
        {t('replay')}
      </Button>
      <ReasonDialog
        words="health"
        act="drop"
        size="small"
        schema={async () => (await import('@studyspot/api/domains/system/jobs/schema')).dropJobInput}
        toInput={(reason) => ({ tenantId, id, reason })}
        send={drop.mutateAsync}
        done={() => showToast({ text: tell(t('dropped')) })}
      />
    </div>
  );
}
