'use client';

import { Select } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { useChange } from '../form/use-change.tsx';
import { type StatusProps, useStatusActs } from '../form/use-set-status.tsx';
import { act } from '../outbox/desk.tsx';

export interface PickedStatusProps<Status extends string> extends Omit<StatusProps<Status>, 'record'> {
  rows: ReadonlyArray<StatusProps<Status>['record']>;
  done: () => void;
}

/** Gives all chosen records a status, each by an act of its own: what one is refused keeps none of the others back. */
export function PickedStatus<Status extends string>({ rows, done, ...acts }: PickedStatusProps<Status>) {
  const { label, wordOf, draftOf } = useStatusActs(acts);
  const list = useTranslations('list');
  const common = useTranslations('common');
  const { change, busy } = useChange();

  const set = async (wanted: ReadonlyArray<{ row: (typeof rows)[number]; status: Status }>) => {
    const fates = await act(wanted.map(({ row, status }) => draftOf(row, status)));
    const count = (fate: (typeof fates)[number]) => fates.filter((one) => one === fate).length;
    return { done: count('done'), waits: count('waits'), stuck: count('stuck') };
  };
  const undo = (others: typeof rows) =>
    void change({
      run: () => set(others.map((row) => ({ row, status: row.status }))),
      said: (counts) => list('statusBack', counts),
    });
  const choose = async (status: Status) => {
    const others = rows.filter((row) => row.status !== status);
    const isDone = await change({
      run: () => set(others.map((row) => ({ row, status }))),
      // Those that had it have it.
      said: ({ done: set, ...counts }) =>
        list('statusSet', { ...counts, done: set + rows.length - others.length, status: wordOf(status) }),
      ...(others.length > 0 && { undo: () => ({ label: common('undo'), run: () => undo(others) }) }),
    });
    if (isDone) done();
  };

  return (
    <Select
      compact
      aria-label={label}
      value=""
      disabled={busy}
      onChange={({ target }) => void choose(target.value as Status)}
    >
      <option value="" disabled>
        {label}
      </option>
      {acts.statuses.map((status) => (
        <option key={status} value={status}>
          {wordOf(status)}
        </option>
      ))}
    </Select>
  );
}
