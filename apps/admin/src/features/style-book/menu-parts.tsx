'use client';

import { Menu, MenuAct } from '@studyspot/ui/menu';
import { showToast } from '@studyspot/ui/toast';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Part } from './part.tsx';

/** What small buttons open. */
export function MenuParts() {
  const t = useTranslations('styleBook.sample');
  const done = () => showToast({ text: t('saved') });
  return (
    <>
      <Part name="menu">
        <div className="flex gap-2" data-opens="menu">
          <Menu label={t('menu')} icon={<Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />}>
            {(['open', 'save', 'remove', 'long'] as const).map((act) => (
              <MenuAct key={act} run={done}>
                {t(act)}
              </MenuAct>
            ))}
          </Menu>
        </div>
      </Part>
    </>
  );
}
