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

/** Reversible, so it is done at once, with Undo; without a network it is kept and sent later. */
export function useSetStatus<Status extends string>({ words, statuses, record, procedure }: StatusProps<Status>) {
  const t = useTranslations(words);
  const { run } = useAct();
  const { id, version, name } = record;
  const kept = useKept(id);
  const [shown, show] = useOptimistic(statuses.find((one) => one === kept?.['status']) ?? record.status);
  const [, start] = useTransition();
  const wordOf = (status: string) => t(`statuses.${status}`);

  const set = (status: Status, before: Status | null) =>
    start(async () => {
      show(status);
      const told = { name, field: 'status', words: Object.fromEntries(statuses.map((one) => [one, wordOf(one)])) };
      await run(
        { procedure, input: { id, version, status }, told },
        {
          said: t('statusSet', { name, status: wordOf(status) }),
          ...(before !== null && { undo: () => set(before, null) }),
        },
      );
    });

  return { label: t('setStatus'), wordOf, shown, set: (status: Status) => set(status, shown) };
}
