'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { newKey } from '@studyspot/portal/form/request-key';
import { useChange } from '@studyspot/portal/form/use-change';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../../shell/trpc.ts';

export type Bulk = OwnerOutputs['students']['bulk'];

const LOOK_MS = 1_000;

/** What is being done to many students, or was done last, as long as anybody wants to see it. */
export function useBulk(isAsked: boolean) {
  const t = useTranslations('students');
  const common = useTranslations('common');
  const [away, setAway] = useState<string | null>(null);
  const utils = trpc.useUtils();
  const { data: last } = trpc.students.lastBulk.useQuery(
    {},
    { enabled: isAsked, refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_MS : false) },
  );
  const { change, busy } = useChange();
  const undoing = trpc.students.undoBulk.useMutation();
  const stopping = trpc.students.stopBulk.useMutation();
  const show = (bulk: Bulk) => utils.students.lastBulk.setData({}, bulk);

  /** What is done with all of it is told in a toast; the rest stays in sight. */
  const began = (bulk: Bulk) => {
    show(bulk);
    if (bulk.state !== 'over' || bulk.refused > 0) return;
    setAway(bulk.id);
    showToast({
      text: t(bulk.undoes ? 'bulkBack' : 'bulkDone', { count: bulk.done }),
      ...(!bulk.undoes && bulk.changed > 0 && { undo: { label: common('undo'), run: () => void undo(bulk) } }),
    });
  };
  const undo = ({ id }: Bulk) =>
    change({
      run: async () => began(await undoing.mutateAsync({ requestKey: newKey(), id })),
      said: () => null,
    });
  const stop = ({ id }: Bulk) =>
    change({ run: async () => show(await stopping.mutateAsync({ id })), said: () => null });
  return {
    bulk: last && last.id !== away ? last : null,
    ...{ busy, began, undo, stop },
    close: () => setAway(last?.id ?? null),
  };
}
