'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../form/use-change.tsx';
import { useOwner } from '../shell/api-client.tsx';
import type { Draft } from './act.tsx';
import { act, useActs } from './desk.tsx';

export interface Acting {
  /** When the server has it; that it was only kept is told by itself. */
  said: string;
  undo?: () => void;
}

/** A change that is done at once and can be undone: without a network it is kept on this device and sent later. */
export function useAct() {
  const common = useTranslations('common');
  const { change, busy } = useChange();
  const run = (draft: Draft, { said, undo }: Acting) =>
    change({
      run: async () => {
        const [fate = 'waits'] = await act([draft]);
        return fate;
      },
      said: (fate) => ({ done: said, waits: common('keptHere'), stuck: null })[fate],
      ...(undo && { undo: () => ({ label: common('undo'), run: undo }) }),
    });
  return { run, busy };
}

/** What someone has made of a record here, where the server does not have it yet. */
export function useKept(id: string): Draft['input'] | undefined {
  const owner = useOwner();
  return useActs().findLast((one) => one.owner === owner && one.input.id === id && one.stuck === null)?.input;
}
