'use client';

import { QUEUE_NAMES } from '@studyspot/api/domains/system/jobs/names';
import { Moment } from '@studyspot/portal/day';
import { ReasonDialog } from '@studyspot/portal/form/reason-dialog';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { Select } from '@studyspot/ui/input';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import type { Health } from './health-screen.tsx';
import { useQueueName } from './queue-table.tsx';

const CHOICES = [...QUEUE_NAMES, ''] as const;
// Stands for every tenant.
const NOBODY = '00000000-0000-0000-0000-000000000000';

export function Paused({ pauses, mayAct }: Pick<Health, 'pauses'> & { mayAct: boolean }) {
  const t = useTranslations('health');
  const pause = trpc.jobs.pause.useMutation();
  const nameOf = useQueueName();
  const [queue, setQueue] = useState<(typeof CHOICES)[number]>('plain');
  const action = mayAct ? (
    <ReasonDialog
      words="health"
      act="pause"
      look="secondary"
      size="small"
      schema={async () => (await import('@studyspot/api/domains/system/jobs/schema')).pauseInput}
      toInput={(reason) => ({ queue, tenantId: null, reason })}
      send={pause.mutateAsync}
      done={() => showToast({ text: t('paused') })}
    >
      <Select
        aria-label={t('queue')}
        value={queue}
        onChange={({ target }) => setQueue(CHOICES.find((one) => one === target.value) ?? 'plain')}
      >
        {CHOICES.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </ReasonDialog>
  ) : null;
  return (
    <Card id="paused" title={t('pauses')} action={action}>
      {pauses.length === 0 ? (
        <p className="text-text-muted">{t('pausesNone')}</p>
      ) : (
        <ul aria-label={t('pauses')} className="-my-4 divide-y divide-line">
          {pauses.map((one) => (
            <Row key={`${one.queue} ${one.tenantId}`} pause={one} mayAct={mayAct} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ pause, mayAct }: { pause: Health['pauses'][number]; mayAct: boolean }) {
  const t = useTranslations('health');
  const nameOf = useQueueName();
  const { change, busy } = useChange();
  const resume = trpc.jobs.resume.useMutation();
  const { queue, tenantId, name, reason, by, since } = pause;
  const input = { queue, tenantId: tenantId === NOBODY ? null : tenantId };
  return (
    <li className="flex flex-col gap-2 py-4 lg:flex-row lg:items-start lg:gap-6">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {nameOf(queue)} · {name ?? t('everybody')}
        </p>
        <p className="mt-0.5 break-words">{reason}</p>
        <p className="mt-0.5 text-sm text-text-muted">
          {by ? `${by} · ` : null}
          <Moment at={since} />
        </p>
      </div>
      {mayAct ? (
        <Button
          size="small"
          className="self-start"
          busy={busy}
          onClick={() => void change({ run: () => resume.mutateAsync(input), said: () => t('resumed') })}
        >
          {t('resume')}
        </Button>
      ) : null}
    </li>
  );
}
