'use client';

import { countText } from '@studyspot/portal/count';
import { StayLink } from '@studyspot/portal/list/stay-link';
import { IconButton } from '@studyspot/ui/button';
import { Menu, MenuAct } from '@studyspot/ui/menu';
import { type Tab, Tabs } from '@studyspot/ui/tabs';
import { showToast } from '@studyspot/ui/toast';
import { ChevronDown, X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Part } from './part.tsx';

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Views of one page: few, and more than a phone is wide, with what can be done with one's own. */
export function TabParts() {
  const t = useTranslations('styleBook.sample');
  const asked = useSearchParams().get('view');
  const done = () => showToast({ text: t('saved') });
  const few = [
    { key: 'all', label: t('views.all'), href: '?view=all', count: countText(1234) },
    { key: 'due', label: t('views.due'), href: '?view=due', count: countText(46) },
  ];
  const many = [
    ...few,
    {
      key: 'evening',
      label: t('views.evening'),
      href: '?view=evening',
      act: <IconButton label={t('closeView', { name: t('views.evening') })} icon={<X {...icon} />} onClick={done} />,
    },
    { key: 'long', label: t('views.long'), href: '?view=long', count: countText(0) },
    {
      key: 'own',
      label: t('views.own'),
      href: '?view=own',
      act: (
        <span data-opens="menu">
          <Menu label={t('viewMenu', { name: t('views.own') })} icon={<ChevronDown {...icon} />}>
            <MenuAct run={done}>{t('save')}</MenuAct>
            <MenuAct run={done}>{t('remove')}</MenuAct>
          </Menu>
        </span>
      ),
    },
  ];
  const chosenOf = (tabs: readonly Tab[]) => tabs.find(({ key }) => key === asked)?.key ?? 'all';
  return (
    <Part name="tabs">
      <Tabs link={StayLink} label={t('fewViews')} tabs={few} now={chosenOf(few)} />
      <Tabs link={StayLink} label={t('manyViews')} tabs={many} now={chosenOf(many)} />
    </Part>
  );
}
