'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import type { Versioned } from './record-form.tsx';
import { useChange } from './use-change.tsx';
import { useInTurn } from './use-in-turn.tsx';

interface Saved {
  name: string;
  version: number;
}

export interface StatusProps<Status extends string> {
  /** The group with `setStatus`, `statusSet` and a word for each of `statuses`. */
  words: string;
  statuses: readonly Status[];
  record: Versioned & { status: Status };
  send: (input: Versioned & { status: Status }) => Promise<Saved>;
}

/** Reversible, so it is done at once, with Undo; it falls back if the server refuses. */
export function useSetStatus<Status extends string>({ words, record, send }: StatusProps<Status>) {
  const t = useTranslations(words);
  const wordOf = (status: string) => t(`statuses.${status}`);
  const common = useTranslations('common');
  const { change } = useChange();
  const [shown, show] = useOptimistic(record.status);
  const [, start] = useTransition();
  const inTurn = useInTurn(record.version);

  const set = (status: Status, before: Status | null) =>
    start(async () => {
      show(status);
      await change({
        run: () => inTurn((version) => send({ id: record.id, version, status })),
        said: ({ name }) => t('statusSet', { name, status: wordOf(status) }),
        ...(before === null ? {} : { undo: () => ({ label: common('undo'), run: () => set(before, null) }) }),
      });
    });

  return { label: t('setStatus'), wordOf, shown, set: (status: Status) => set(status, shown) };
}
