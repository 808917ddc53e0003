'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { useAct, useKept } from '../outbox/use-act.tsx';
import type { Versioned } from './record-form.tsx';

export interface StatusProps<Status extends string> {
  /** The group with `setStatus`, `statusSet` and a word for each of `statuses`. */
  words: string;
  statuses: readonly Status[];
  record: Versioned & { name: string; status: Status };
  procedure: `${string}.setStatus`;
}

/** What setting the status of any such record is called, and the act that does it. */
export function useStatusActs<Status extends string>(props: Omit<StatusProps<Status>, 'record'>) {
  const { words, statuses, procedure } = props;
  const t = useTranslations(words);
  const wordOf = (status: string) => t(`statuses.${status}`);
  const draftOf = ({ id, version, name }: StatusProps<Status>['record'], status: Status) => ({
    procedure,
    input: { id, version, status },
    told: { name, field: 'status', words: Object.fromEntries(statuses.map((one) => [one, wordOf(one)])) },
  });
  const saidOf = (name: string, status: Status) => t('statusSet', { name, status: wordOf(status) });
  return { label: t('setStatus'), wordOf, draftOf, saidOf };
}

/** Reversible, so it is done at once, with Undo; without a network it is kept and sent later. */
export function useSetStatus<Status extends string>({ record, ...acts }: StatusProps<Status>) {
  const { label, wordOf, draftOf, saidOf } = useStatusActs(acts);
  const { run } = useAct();
  const kept = useKept(record.id);
  const [shown, show] = useOptimistic(acts.statuses.find((one) => one === kept?.['status']) ?? record.status);
  const [, start] = useTransition();

  const set = (status: Status, before: Status | null) =>
    start(async () => {
      show(status);
      await run(draftOf(record, status), {
        said: saidOf(record.name, status),
        ...(before !== null && { undo: () => set(before, null) }),
      });
    });

  return { label, wordOf, shown, set: (status: Status) => set(status, shown) };
}
