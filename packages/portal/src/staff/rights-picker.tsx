'use client';

import type { Permission } from '@studyspot/api/permissions/table';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { TickField } from '../form/fields.tsx';
import { grantable, hasByRole, type Rights } from './rights.tsx';

function areasOf(list: readonly Permission[]): Map<string, Permission[]> {
  const areas = new Map<string, Permission[]>();
  for (const permission of list) {
    const area = permission.split(':')[0] ?? permission;
    areas.set(area, [...(areas.get(area) ?? []), permission]);
  }
  return areas;
}

export interface RightsPickerProps {
  kind: Rights['kind'];
  role: string;
  held: readonly string[];
}

/** Rights start as the role has them; each tick that differs is kept as added or removed. */
export function RightsPicker({ kind, role, held }: RightsPickerProps) {
  const t = useTranslations('staff');
  const words = useTranslations('permissions');
  const ticked: readonly string[] = useWatch({ name: 'can' });
  const list = grantable(kind);
  const different = list.filter((permission) => ticked.includes(permission) !== hasByRole(permission, role)).length;

  return (
    <details className="group rounded-card border border-line">
      <summary className="flex min-h-12 items-center justify-between gap-3 rounded-card px-4 py-2 font-medium text-sm">
        {t('rights')}
        <span className="font-normal text-text-muted">{t('rightsDiffer', { count: different })}</span>
      </summary>
      <div className="flex flex-col gap-4 border-line border-t px-4 py-4">
        <p className="text-sm text-text-muted">{t('rightsHelp')}</p>
        {[...areasOf(list)].map(([area, rights]) => (
          <fieldset key={area}>
            <legend className="font-medium text-sm">{t(`areas.${area}`)}</legend>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {rights.map((permission) => (
                <TickField
                  key={permission}
                  name="can"
                  value={permission}
                  label={words(permission)}
                  disabled={!held.includes(permission)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}
