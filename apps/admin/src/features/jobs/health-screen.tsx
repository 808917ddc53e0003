'use client';

import { givenUpOf, troublesOf } from '@studyspot/api/domains/system/jobs/rules';
import type { AdminOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { Answered } from '@studyspot/portal/data/answered';
import { Moment, timeText } from '@studyspot/portal/day';
import { NamedFacts } from '@studyspot/portal/named-facts';
import { Card } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { PageHeader } from '@studyspot/ui/page-header';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { DoneKinds } from './done-kinds.tsx';
import { GivenUp } from './given-up.tsx';
import { Letters } from './letters.tsx';
import { Paused } from './paused.tsx';
import { QueueTable } from './queue-table.tsx';

export type Health = AdminOutputs['jobs']['health'];

const EVERY_MS = 5_000;
const EVERY = { refetchInterval: EVERY_MS };

/** What becomes of events and jobs, read anew while somebody looks. */
export function HealthScreen({ mayAct }: { mayAct: boolean }) {
  const t = useTranslations('health');
  const reading = trpc.jobs.health.useQuery({}, EVERY);
  const letters = trpc.jobs.letters.useQuery({}, EVERY).data;
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Answered reading={reading}>
        {(health) => (
          <div className="grid gap-4 px-4 pb-6 lg:px-8">
            <Judged health={health} isSilent={reading.isError} readAt={reading.dataUpdatedAt} />
            <State health={health} />
            <GivenUp dead={health.dead} mayAct={mayAct} />
            <Card id="queues" title={t('queues')}>
              <QueueTable queues={health.queues} />
            </Card>
            {letters ? <Letters told={letters} mayAct={mayAct} /> : null}
            <Paused pauses={health.pauses} mayAct={mayAct} />
            <Card id="kinds" title={t('kinds')}>
              <DoneKinds kinds={health.kinds} />
            </Card>
          </div>
        )}
      </Answered>
    </>
  );
}

/** In words, not by colour alone; what was read before the server fell silent is no more than that. */
function Judged({ health, isSilent, readAt }: { health: Health; isSilent: boolean; readAt: number }) {
  const t = useTranslations('health');
  if (isSilent)
    return (
      <Notice tone="danger" urgent>
        {t('silent', { time: timeText(new Date(readAt)) })}
      </Notice>
    );
  const troubles = troublesOf(health);
  if (troubles.length === 0) return <Notice tone="success">{t('well')}</Notice>;
  const count = givenUpOf(health);
  return (
    <ul className="grid gap-2">
      {troubles.map((trouble) => (
        <li key={trouble}>
          <Notice tone={trouble === 'paused' || trouble === 'givenUp' ? 'warning' : 'danger'}>
            {t(`troubles.${trouble}`, { count })}
          </Notice>
        </li>
      ))}
    </ul>
  );
}

function State({ health }: { health: Health }) {
  const t = useTranslations('health');
  const { now, workerAt, unrelayed, relayedAt, notifications } = health;
  return (
    <Card id="state" title={t('state')}>
      <NamedFacts
        words="health"
        facts={{
          database: t('answers', { time: timeText(new Date(now)) }),
          workerAt: workerAt ? <Moment at={workerAt} /> : null,
          relay:
            unrelayed.count === 0
              ? t('relayNow')
              : t('relayWaits', { count: unrelayed.count, time: timeText(new Date(unrelayed.since ?? now)) }),
          relayedAt: relayedAt ? <Moment at={relayedAt} /> : null,
          news: t('newsShare', { percent: countText(Math.round(notifications * 100)) }),
        }}
      />
    </Card>
  );
}
