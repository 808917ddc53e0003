'use client';

import { Tabs } from '@studyspot/ui/tabs';
import { useTranslations } from 'next-intl';
import type { ListQuery } from './list-query.tsx';
import { StayLink } from './stay-link.tsx';
import { useViews } from './use-views.tsx';

export interface ViewTabsProps {
  of: string;
  path: string;
  query: ListQuery<string, string>;
}

/** The list as someone has kept it, once there is something kept. */
export function ViewTabs({ of, path, query }: ViewTabsProps) {
  const t = useTranslations('list');
  const { saved, now } = useViews(of, query);
  if (saved.length === 0) return null;
  const isAll = now === undefined && Object.keys(query.filters).length === 0;
  // No view is called nothing.
  const tabs = [
    { key: '', label: t('all'), href: path },
    ...saved.map((view) => ({ key: view.name, label: view.name, href: `${path}?${view.query}` })),
  ];
  return (
    <div className="mb-3 px-2 lg:px-6">
      <Tabs label={t('views')} tabs={tabs} now={isAll ? '' : (now?.name ?? null)} link={StayLink} />
    </div>
  );
}
