'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { useChange } from '@studyspot/portal/form/use-change';
import { useInTurn } from '@studyspot/portal/form/use-in-turn';
import { Switch } from '@studyspot/ui/switch';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';

export type Flag = AdminOutputs['flags']['all'][number];

export interface FlagRowProps {
  flag: Flag;
  /** Whose it is; everyone's where there is none. */
  tenantId: string | undefined;
}

/** Done at once, with Undo; it falls back if the server refuses. */
export function FlagRow({ flag, tenantId }: FlagRowProps) {
  const t = useTranslations('flags');
  const common = useTranslations('common');
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.flags.put.useMutation();
  // What was switched here, until the page has read it.
  const [own, setOwn] = useState<Pick<Flag, 'enabled' | 'version'> | null>(null);
  const { key, from } = flag;
  const isOn = own && flag.version < own.version ? own.enabled : flag.enabled;
  const inTurn = useInTurn(flag.version);
  const name = t(`names.${key}`);

  const set = async (enabled: boolean, isUndo: boolean) => {
    setOwn((before) => ({ enabled, version: Math.max(before?.version ?? 0, flag.version) + 1 }));
    const isDone = await change({
      run: () => inTurn((version) => mutateAsync({ key, enabled, version, tenantId })),
      said: () => t(enabled ? 'switchedOn' : 'switchedOff', { name }),
      ...(!isUndo && {
        undo: () => ({ label: common('undo'), run: () => void set(!enabled, true) }),
      }),
    });
    if (!isDone) setOwn(null);
  };

  return (
    <li className="flex flex-col gap-1 px-4 py-4 lg:px-5">
      <Switch
        id={`flag-${key.replace('.', '-')}`}
        label={name}
        help={t(`help.${key}`)}
        state={t(isOn ? 'on' : 'off')}
        checked={isOn}
        aria-busy={busy}
        onChange={(event) => void set(event.target.checked, false)}
      />
      <p className="text-text-subtle text-xs">{t(`from.${tenantId ? 'one' : 'all'}.${from}`)}</p>
    </li>
  );
}
