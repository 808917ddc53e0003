'use client';

import { alarmsOf, givenUpOf } from '@studyspot/api/domains/system/jobs/rules';
import { useHere } from '@studyspot/portal/data/here';
import { QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';

// Nobody tells of a worker that is gone, so the page looks by itself.
const EVERY_MS = 30_000;

export function Rows() {
  const t = useTranslations('home');
  const { may } = useHere();
  const { data } = trpc.jobs.health.useQuery({}, { enabled: may('system:health'), refetchInterval: EVERY_MS });
  if (!data) return null;
  const count = givenUpOf(data);
  return alarmsOf(data).map((alarm) => {
    const title = t(`stuck.${alarm}`, { count });
    return (
      <QueueRow key={alarm} title={title} help={t(`stuckHelp.${alarm}`)} href="/health">
        <QueueLink href="/health" action={t('see')} title={title} />
      </QueueRow>
    );
  });
}
