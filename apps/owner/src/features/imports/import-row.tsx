'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { Input } from '@studyspot/ui/input';
import { StatusChip, type Tone } from '@studyspot/ui/status-chip';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { useColumnWords, useFaultWords } from './use-column-words.tsx';

type Import = OwnerOutputs['imports']['get'];
type Row = OwnerOutputs['imports']['rows']['items'][number];

const tones: Record<Row['state'], Tone> = {
  ...{ unread: 'neutral', aside: 'neutral', same: 'neutral', undone: 'neutral', new: 'success', changed: 'info' },
  ...{ made: 'success', written: 'success', doubtful: 'warning', kept: 'warning', bad: 'danger', left: 'danger' },
};

/** A cell that is wrong, typed anew in its place. */
function Mend({ row, column, cell, fault }: { row: Row; column: string; cell: string; fault: string }) {
  const t = useTranslations('imports');
  const mend = trpc.imports.mend.useMutation();
  const { change, busy } = useChange();
  const [text, setText] = useState(cell);
  const key = `${row.id}-${column}`;
  return (
    <form
      className="mt-1 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void change({ run: () => mend.mutateAsync({ id: row.id, column, text }), said: () => null });
      }}
    >
      <Input
        id={key}
        compact
        invalid
        value={text}
        aria-label={t('mendCell', { fault })}
        onChange={({ target }) => setText(target.value)}
      />
      <Button
        type="submit"
        size="small"
        busy={busy}
        aria-label={t('mendOne', { no: row.no })}
        className="shrink-0 whitespace-nowrap"
      >
        {t('mend')}
      </Button>
    </form>
  );
}

/** One row of the register. */
export function ImportRow({ row, register, mayMend }: { row: Row; register: Import; mayMend: boolean }) {
  const t = useTranslations('imports');
  const wordOf = useColumnWords(register.kind);
  const faultOf = useFaultWords();
  const choose = trpc.imports.choose.useMutation();
  const { change, busy } = useChange();
  const { id, no, cells, state, isOut, isMeant, faults } = row;
  const set = (chosen: { out?: boolean; meant?: boolean }) =>
    void change({ run: () => choose.mutateAsync({ id, ...chosen }), said: () => null });
  const shown = register.columns.flatMap((name, at) => (name === null ? [] : [{ name, cell: cells[at] ?? '' }]));
  const apart = faults.filter(({ column }) => !shown.some(({ name }) => name === column));
  const isOpen = mayMend && ['new', 'changed', 'doubtful', 'bad', 'left'].includes(state);
  return (
    <li className={`rounded-card border border-line bg-bg px-4 py-3 ${isOut ? 'text-text-muted' : ''}`}>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm text-text-muted tabular-nums">{t('line', { no })}</span>
        <StatusChip tone={isOut ? 'neutral' : tones[state]}>
          {isOut ? t('views.out') : t(`rowStates.${state}`)}
        </StatusChip>
      </p>
      <dl className="mt-2 flex flex-col gap-2">
        {shown.map(({ name, cell }) => {
          const fault = faults.find(({ column }) => column === name);
          if (!fault && cell === '') return null;
          return (
            <div key={name} className="min-w-0">
              <dt className="text-text-muted text-xs">{wordOf(name)}</dt>
              <dd className="break-words">
                {fault && isOpen && !isOut ? null : cell || '–'}
                {fault ? (
                  <>
                    <p className={`text-sm ${state === 'doubtful' ? 'text-warning' : 'text-danger'}`}>
                      {faultOf(fault)}
                    </p>
                    {isOpen && !isOut ? (
                      <Mend
                        key={cell}
                        row={row}
                        column={name}
                        cell={cell}
                        fault={`${wordOf(name)}: ${faultOf(fault)}`}
                      />
                    ) : null}
                  </>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {apart.map((fault) => (
        <p key={`${fault.column}${fault.message}`} className="mt-2 text-danger text-sm">
          {fault.column ? `${wordOf(fault.column)}: ` : ''}
          {faultOf(fault)}
        </p>
      ))}
      {isOpen ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {state === 'doubtful' && !isOut ? (
            <Button size="small" busy={busy} onClick={() => set({ meant: true })}>
              {t('mean')}
            </Button>
          ) : null}
          {isMeant ? (
            <Button size="small" busy={busy} onClick={() => set({ meant: false })}>
              {t('notMeant')}
            </Button>
          ) : null}
          <Button size="small" look="quiet" busy={busy} onClick={() => set({ out: !isOut })}>
            {t(isOut ? 'takeIn' : 'leaveOut')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
