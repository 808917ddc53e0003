'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { useChange } from '@studyspot/portal/form/use-change';
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
  const name = t(`names.${key}`);

  const set = async (enabled: boolean, version: number, isUndo: boolean) => {
    setOwn({ enabled, version: version + 1 });
    const isDone = await change({
      run: () => mutateAsync({ key, enabled, version, tenantId }),
      said: () => t(enabled ? 'switchedOn' : 'switchedOff', { name }),
      ...(!isUndo && {
        undo: (saved: Flag) => ({ label: common('undo'), run: () => void set(!enabled, saved.version, true) }),
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
        onChange={(event) => (busy ? undefined : set(event.target.checked, flag.version, false))}
      />
      <p className="text-text-subtle text-xs">{t(`from.${tenantId ? 'one' : 'all'}.${from}`)}</p>
    </li>
  );
}
