'use client';

import { IconButton } from '@studyspot/ui/button';
import { Menu, MenuAct } from '@studyspot/ui/menu';
import { showToast } from '@studyspot/ui/toast';
import { Copy, Ellipsis, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Part } from './part.tsx';

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** What small buttons open, and what they say of themselves. */
export function MenuParts() {
  const t = useTranslations('styleBook.sample');
  const done = () => showToast({ text: t('saved') });
  return (
    <>
      <Part name="menu">
        <div className="flex gap-2" data-opens="menu">
          <Menu label={t('menu')} icon={<Ellipsis {...icon} />}>
            {(['open', 'save', 'remove', 'long'] as const).map((act) => (
              <MenuAct key={act} run={done}>
                {t(act)}
              </MenuAct>
            ))}
          </Menu>
        </div>
      </Part>
      <Part name="tips">
        <div className="flex gap-2">
          <IconButton label={t('copy')} icon={<Copy {...icon} />} onClick={done} />
          <IconButton label={t('long')} icon={<Pencil {...icon} />} onClick={done} />
        </div>
      </Part>
    </>
  );
}
