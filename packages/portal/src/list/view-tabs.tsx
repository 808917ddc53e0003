'use client';

import { Tabs } from '@studyspot/ui/tabs';
import { useTranslations } from 'next-intl';
import type { ListQuery } from './list-query.tsx';
import { StayLink } from './stay-link.tsx';
import { type ListName, useViews } from './use-views.tsx';

export interface ViewTabsProps {
  of: ListName;
  path: string;
  query: ListQuery<string, string>;
}

/** The list as someone has kept it, once there is something kept. */
export function ViewTabs({ of, path, query }: ViewTabsProps) {
  const t = useTranslations('list');
  const { saved, now } = useViews(of, query);
  if (saved.length === 0) return null;
  const isAll = now === undefined && Object.keys(query.filters).length === 0;
  // No view has an empty name.
  const all = { key: '', label: t('all'), href: path };
  const kept = saved.map(({ name, query: asked }) => ({ key: name, label: name, href: `${path}?${asked}` }));
  return (
    <div className="mb-3 px-2 lg:mx-4">
      <Tabs link={StayLink} label={t('views')} tabs={[all, ...kept]} now={isAll ? all.key : (now?.name ?? null)} />
    </div>
  );
}
