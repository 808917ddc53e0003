'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { Moment } from '@studyspot/portal/day';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { AskReason } from './ask-reason.tsx';
import { useKindName } from './done-kinds.tsx';

type Job = AdminOutputs['jobs']['list'][number];

const ALL = {};
const EVERY = { refetchInterval: 5_000 };

/** What nobody tries any more, each with what can be done about it. */
export function GivenUp({ mayAct }: { mayAct: boolean }) {
  const t = useTranslations('health');
  const { data } = trpc.jobs.list.useQuery(ALL, EVERY);
  if (!data) return null;
  return (
    <Card id="given-up" title={t('givenUp')} description={data.length > 0 ? t('givenUpHelp') : null}>
      {data.length === 0 ? (
        <p className="text-text-muted">{t('givenUpNone')}</p>
      ) : (
        <ul aria-label={t('givenUp')} className="-my-4 divide-y divide-line">
          {data.map((job) => (
            <Row key={job.id} job={job} mayAct={mayAct} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ job, mayAct }: { job: Job; mayAct: boolean }) {
  const t = useTranslations('health');
  const nameOf = useKindName();
  const { change, busy } = useChange();
  const replay = trpc.jobs.replay.useMutation();
  const drop = trpc.jobs.drop.useMutation();
  const { id, tenantId, tenantName, kind, attempts, error, at } = job;
  return (
    <li className="flex flex-col gap-2 py-4 lg:flex-row lg:items-start lg:gap-6">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {nameOf(kind)}
          {tenantName ? <span className="text-text-muted"> · {tenantName}</span> : null}
        </p>
        <p className="mt-0.5 break-words">{error ?? t('noReason')}</p>
        <p className="mt-0.5 text-sm text-text-muted">
          {t('tries', { count: attempts })} · <Moment at={at} />
        </p>
      </div>
      {mayAct ? (
        <div className="flex shrink-0 gap-2">
          <Button
            size="small"
            busy={busy}
            onClick={() => void change({ run: () => replay.mutateAsync({ tenantId, id }), said: () => t('replayed') })}
          >
            {t('replay')}
          </Button>
          <AskReason
            act="drop"
            schema={async () => (await import('@studyspot/api/domains/system/jobs/schema')).dropJobInput}
            toInput={(reason) => ({ tenantId, id, reason })}
            send={drop.mutateAsync}
          />
        </div>
      ) : null}
    </li>
  );
}
