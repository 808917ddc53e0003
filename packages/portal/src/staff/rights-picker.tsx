'use client';

import type { Permission } from '@studyspot/api/permissions/table';
import { Checkbox } from '@studyspot/ui/input';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import { areasOf, hasByRole, type Rights, turned } from './rights.tsx';

export interface RightsPickerProps {
  kind: Rights['kind'];
  role: string;
  held: readonly string[];
}

/** Rights start as the role has them; each tick that differs is kept as added or removed. */
export function RightsPicker({ kind, role, held }: RightsPickerProps) {
  const t = useTranslations('staff');
  const { field } = useController({ name: 'can' });
  const ticked: readonly string[] = field.value;
  const areas = areasOf(kind);
  const differs = (permission: Permission) => ticked.includes(permission) !== hasByRole(permission, role);
  const rights = [...areas.values()].flat();
  const different = rights.filter(differs).length;
  const lacksAny = rights.some((right) => !held.includes(right));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium text-sm">{t('rights')}</legend>
      <p className="text-sm text-text-muted">
        {t('rightsHelp')} {lacksAny ? t('rightsAsk', { kind }) : null}{' '}
        {different > 0 ? t('rightsDiffer', { count: different }) : null}
      </p>
      <ul className="divide-y divide-line rounded-card border border-line">
        {[...areas].map(([area, rights]) => (
          <li key={area}>
            <Area
              area={area}
              rights={rights}
              held={held}
              ticked={ticked}
              put={(can) => field.onChange([...can].sort())}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface AreaProps {
  area: string;
  rights: readonly Permission[];
  held: readonly string[];
  ticked: readonly string[];
  put: (can: readonly string[]) => void;
}

/** One area in a word; opened, each of its rights. */
function Area({ area, rights, held, ticked, put }: AreaProps) {
  const t = useTranslations('staff');
  const words = useTranslations('permissions');
  const has = rights.filter((right) => ticked.includes(right));
  const givable = rights.filter((right) => held.includes(right));
  const isAll = givable.every((right) => ticked.includes(right));
  const state = has.length === rights.length ? 'all' : has.length === 0 ? 'none' : 'some';
  return (
    <details className="group">
      <summary className="flex min-h-12 cursor-pointer items-center gap-3 rounded-card px-4 py-2 text-sm">
        <span className="min-w-0 flex-1 font-medium">{t(`areas.${area}`)}</span>
        <span className={state === 'none' ? 'text-text-muted' : undefined}>
          {t(`share.${state}`, { count: has.length, all: rights.length })}
        </span>
        <ChevronDown
          size={18}
          strokeWidth={1.75}
          aria-hidden="true"
          className="shrink-0 text-text-muted transition-transform duration-120 group-open:rotate-180"
        />
      </summary>
      <div className="px-4 pb-3">
        {rights.length > 1 ? (
          <Checkbox
            label={t('rightsAll')}
            checked={isAll && givable.length > 0}
            disabled={givable.length === 0}
            className="font-medium"
            onChange={({ target }) => {
              const others = ticked.filter((one) => !givable.some((right) => right === one));
              put(target.checked ? [...others, ...givable] : others);
            }}
          />
        ) : null}
        {rights.map((permission) => (
          <Checkbox
            key={permission}
            name="can"
            value={permission}
            label={words(permission)}
            disabled={!held.includes(permission)}
            checked={ticked.includes(permission)}
            onChange={({ target }) =>
              put(turned(ticked, { right: permission, isOn: target.checked }, { rights, held }))
            }
          />
        ))}
      </div>
    </details>
  );
}
