'use client';

import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/schema';
import { useChange } from '@studyspot/portal/form/use-change';
import { Select } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { trpc } from '../../shell/trpc.ts';

type Status = (typeof LIBRARY_STATUSES)[number];

export interface StatusSwitchProps {
  library: { id: string; version: number; name: string; status: Status };
}

interface Saved {
  name: string;
  version: number;
}

/** Reversible, so it is done at once, with Undo; it falls back if the server refuses. */
export function StatusSwitch({ library }: StatusSwitchProps) {
  const t = useTranslations('libraries');
  const { change } = useChange();
  const { mutateAsync } = trpc.libraries.setStatus.useMutation();
  const [shown, show] = useOptimistic(library.status);
  const [, start] = useTransition();

  const back = (version: number, before: Status) => ({ label: t('undo'), run: () => set(version, before, null) });
  const set = (version: number, status: Status, before: Status | null) =>
    start(async () => {
      show(status);
      await change({
        run: () => mutateAsync({ id: library.id, version, status }),
        said: ({ name }: Saved) => t('statusSet', { name, status: t(`statuses.${status}`) }),
        ...(before === null ? {} : { undo: (saved: Saved) => back(saved.version, before) }),
      });
    });

  return (
    <Select
      compact
      aria-label={t('setStatus')}
      value={shown}
      className="w-auto"
      onChange={(event) => {
        const status = LIBRARY_STATUSES.find((one) => one === event.target.value);
        if (status && status !== shown) set(library.version, status, library.status);
      }}
    >
      {LIBRARY_STATUSES.map((status) => (
        <option key={status} value={status}>
          {t(`statuses.${status}`)}
        </option>
      ))}
    </Select>
  );
}
