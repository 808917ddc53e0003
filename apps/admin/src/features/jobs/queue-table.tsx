import { countText } from '@studyspot/portal/count';
import { Moment } from '@studyspot/portal/day';
import { Table } from '@studyspot/ui/table';
import { useTranslations } from 'next-intl';
import type { Health } from './health-screen.tsx';

export function useQueueName() {
  const t = useTranslations('health');
  return (queue: string) => (queue === '' ? t('everything') : t.has(`names.${queue}`) ? t(`names.${queue}`) : queue);
}

/** How much waits where, and since when. */
export function QueueTable({ queues }: Pick<Health, 'queues'>) {
  const t = useTranslations('health');
  const nameOf = useQueueName();
  if (queues.length === 0) return <p className="text-text-muted">{t('queuesNone')}</p>;
  return (
    <Table
      caption={t('queues')}
      rows={queues}
      rowKey={({ queue, state }) => `${queue} ${state}`}
      columns={[
        { key: 'queue', header: t('queue'), area: 'title', cell: ({ queue }) => nameOf(queue) },
        { key: 'state', header: t('queueState'), area: 'detail', cell: ({ state }) => t(`states.${state}`) },
        { key: 'count', header: t('queueCount'), area: 'side', numeric: true, cell: ({ count }) => countText(count) },
        { key: 'since', header: t('queueSince'), area: 'status', cell: ({ since }) => <Moment at={since} /> },
      ]}
    />
  );
}
