'use client';

import { Dialog } from '@studyspot/ui/dialog';
import { fitsTyped } from '@studyspot/ui/fits-typed';
import type { Option } from '@studyspot/ui/option-list';
import { OptionSearch } from '@studyspot/ui/option-search';
import { Clock, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type NavItem, navIcon } from '../shell/nav-items.tsx';
import { useFound } from './found.tsx';
import { useRecent } from './recent.tsx';
import { useSettled } from './settled.tsx';

interface Way extends Option {
  href: string;
}

export interface PalettePanelProps {
  nav: readonly NavItem[];
  onClose: () => void;
}

/** Where one can go, what one can begin, and the records that a few letters find. */
export function PalettePanel({ nav, onClose }: PalettePanelProps) {
  const t = useTranslations('palette');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const asked = useSettled(wanted);
  const recent = useRecent(nav);
  const found = useFound(nav, asked);

  const matching = (ways: readonly Way[]) => ways.filter(({ label }) => fitsTyped(label, wanted));
  const pages = nav.map(({ href, label, icon }) => ({ key: href, href, label, icon }));
  const acts = nav.flatMap(({ add }) => (add ? [{ key: add.href, ...add, icon: <Plus {...navIcon} /> }] : []));
  const groups: Array<{ title: string; options: readonly Way[] }> =
    wanted === ''
      ? [
          {
            title: t('recent'),
            options: recent.map(({ href, name }) => ({ key: href, href, label: name, icon: <Clock {...navIcon} /> })),
          },
        ]
      : found.map(({ label, records, isOld }) => ({
          title: label,
          options: records.map(({ href, name, note }) => ({
            ...{ key: href, href, label: name, note },
            isOld: isOld || wanted !== asked,
          })),
        }));
  groups.push({ title: t('pages'), options: matching(pages) }, { title: t('acts'), options: matching(acts) });

  return (
    <Dialog open onClose={onClose} title={t('title')} close={t('close')}>
      <OptionSearch
        label={t('title')}
        placeholder={t('placeholder')}
        value={typed}
        onChange={setTyped}
        groups={groups}
        nothing={wanted === asked ? t('nothing') : t('searching')}
        onChoose={({ href }) => {
          onClose();
          router.push(href);
        }}
      />
    </Dialog>
  );
}
