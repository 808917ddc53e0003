'use client';

import { Queue, QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { Button } from '@studyspot/ui/button';
import { Card, Facts } from '@studyspot/ui/card';
import { Pager } from '@studyspot/ui/pager';
import { StatusChip } from '@studyspot/ui/status-chip';
import { Table } from '@studyspot/ui/table';
import { useTranslations } from 'next-intl';
import { Part } from './part.tsx';

/** What shows records, one or many. */
export function RecordParts() {
  const t = useTranslations('styleBook.sample');
  const rows = [t('name'), t('long'), t('hindi')];
  return (
    <>
      <Part name="cards">
        <Card
          id="card"
          title={t('cardTitle')}
          description={t('help')}
          action={<Button size="small">{t('open')}</Button>}
        >
          <Facts
            items={[
              { label: t('label'), value: t('name') },
              { label: t('note'), value: t('long') },
              { label: t('switch'), value: <StatusChip tone="success">{t('status')}</StatusChip> },
              { label: t('optional'), value: '–' },
            ]}
          />
        </Card>
      </Part>
      <Part name="table">
        <Table
          caption={t('cardTitle')}
          rows={rows}
          rowKey={(row) => row}
          columns={[
            {
              key: 'name',
              header: t('label'),
              area: 'title',
              sort: { href: '#table', order: 'ascending' },
              cell: (row) => <span className="break-words">{row}</span>,
            },
            { key: 'note', header: t('note'), area: 'detail', cell: () => t('help') },
            { key: 'seats', header: t('seats'), area: 'side', numeric: true, cell: (row) => row.length },
            {
              key: 'status',
              header: t('switch'),
              area: 'status',
              cell: () => <StatusChip tone="info">{t('status')}</StatusChip>,
            },
          ]}
        />
        <Pager
          label={t('pages')}
          status={t('shown')}
          previous={{ label: t('previous'), href: '#table' }}
          next={{ label: t('next'), href: '#table' }}
        />
      </Part>
      <Part name="queue">
        <Queue title={t('queueTitle')} calm={t('nothing')}>
          {rows.map((row) => (
            <QueueRow key={row} title={row} help={t('help')}>
              <QueueLink href="/style-book" action={t('open')} title={row} />
            </QueueRow>
          ))}
        </Queue>
      </Part>
    </>
  );
}
