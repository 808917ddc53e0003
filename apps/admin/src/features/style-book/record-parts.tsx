'use client';

import { Queue, QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { Button } from '@studyspot/ui/button';
import { Card, Facts } from '@studyspot/ui/card';
import { Cell, CellButton, CellInput, MenuCell } from '@studyspot/ui/cell';
import { MenuAct, MenuGroup } from '@studyspot/ui/menu';
import { Pager } from '@studyspot/ui/pager';
import { StatusChip } from '@studyspot/ui/status-chip';
import { Table } from '@studyspot/ui/table';
import { useTranslations } from 'next-intl';
import { focused, Part } from './part.tsx';

const states = ['rest', 'saved', 'open', 'focus', 'busy', 'invalid'] as const;

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
      <Part name="cells">
        <CellStates />
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

/** What can be changed where it stands; on phones it is only read. */
function CellStates() {
  const t = useTranslations('styleBook.sample');
  const words = useTranslations('styleBook.states');
  const over = (state: (typeof states)[number]) => {
    const label = `${t('seats')}: ${words(state)}`;
    if (state === 'rest' || state === 'saved')
      return <CellButton label={label} saved={state === 'saved'} numeric data-typed="" />;
    return (
      <CellInput
        label={label}
        numeric
        defaultValue="48"
        busy={state === 'busy'}
        said={state === 'invalid' ? t('seatsFault') : null}
        className={state === 'focus' ? focused : undefined}
      />
    );
  };
  return (
    <div className="pb-16">
      <Table
        caption={t('seats')}
        rows={states}
        rowKey={(state) => state}
        columns={[
          { key: 'label', header: t('label'), area: 'title', cell: (state) => words(state) },
          {
            key: 'seats',
            header: t('seats'),
            area: 'side',
            numeric: true,
            cell: (state) => (
              <Cell isOpen={state !== 'rest' && state !== 'saved'} over={over(state)}>
                48
              </Cell>
            ),
          },
          {
            key: 'status',
            header: t('switch'),
            area: 'status',
            cell: (state) => (
              <MenuCell
                label={`${t('switch')}: ${words(state)}`}
                entries={
                  <MenuGroup label={t('switch')}>
                    <MenuAct run={() => undefined}>{t('off')}</MenuAct>
                  </MenuGroup>
                }
              >
                <StatusChip tone="info">{t('status')}</StatusChip>
              </MenuCell>
            ),
          },
        ]}
      />
    </div>
  );
}
