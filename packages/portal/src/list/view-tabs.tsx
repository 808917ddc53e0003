'use client';

import { classNames } from '@studyspot/ui/class-names';
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
  const tabs = [
    { name: t('all'), href: path, isNow: isAll },
    ...saved.map((view) => ({ name: view.name, href: `${path}?${view.query}`, isNow: view === now })),
  ];
  return (
    <nav aria-label={t('views')} className="mb-3 flex overflow-x-auto border-line border-b px-2 lg:mx-4">
      {tabs.map(({ name, href, isNow }) => (
        <StayLink
          key={name}
          href={href}
          aria-current={isNow ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-11 shrink-0 items-center border-b-2 px-3 text-sm',
            isNow ? 'border-primary font-medium text-text' : 'border-transparent text-text-muted hover:text-text',
          )}
        >
          {name}
        </StayLink>
      ))}
    </nav>
  );
}
