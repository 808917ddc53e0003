import { PageShell } from '@studyspot/ui/page-shell';
import { Toaster } from '@studyspot/ui/toast';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import type { NavItem } from './nav-items.tsx';
import { Sidebar, TabBar } from './nav-links.tsx';
import { PageLink } from './page-link.tsx';

export interface ShellProps {
  /** The place the page is about: the library business, or the platform. */
  place: string;
  /** Null for those who have one place alone. */
  placeSwitch: ReactNode;
  nav: readonly NavItem[];
  menu: ReactNode;
  children: ReactNode;
}

export async function Shell({ place, placeSwitch, nav, menu, children }: ShellProps) {
  const t = await getTranslations('shell');
  return (
    <>
      <PageShell
        skip={t('skip')}
        topBar={
          <>
            <PageLink
              href="/"
              className="flex min-h-11 min-w-0 items-center rounded-control px-2 lg:min-h-10"
              aria-label={t('homeOf', { place })}
            >
              <Brand name={place} />
            </PageLink>
            {placeSwitch}
            <div className="ml-auto flex items-center gap-1">{menu}</div>
          </>
        }
        sidebar={<Sidebar label={t('navigation')} items={nav} />}
        tabs={<TabBar label={t('navigation')} more={t('more')} items={nav} />}
      >
        {children}
      </PageShell>
      <Toaster close={t('close')} />
    </>
  );
}
