'use client';

import { classNames } from '@studyspot/ui/class-names';
import { Ellipsis } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { MenuLink } from './menu-link.tsx';
import type { NavItem } from './nav-items.tsx';
import { PageLink } from './page-link.tsx';

function isHere(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

export function Sidebar({ label, items }: { label: string; items: readonly NavItem[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => {
          const here = isHere(path, item.href);
          return (
            <li key={item.href}>
              <PageLink
                href={item.href}
                data-go={item.go}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex min-h-9 items-center gap-3 rounded-control px-3',
                  here ? 'bg-muted font-medium text-text' : 'text-text-muted hover:bg-muted hover:text-text',
                )}
              >
                <span className={here ? 'text-primary' : undefined}>{item.icon}</span>
                {item.label}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const FIT = 5;
const tab = 'flex h-full w-full flex-col items-center justify-center gap-1 rounded-control -outline-offset-2';
const tabOf = (here: boolean) => classNames(tab, here ? 'font-medium text-primary' : 'text-text-muted');
const wordOf = (word: string) => <span className="max-w-full truncate text-xs">{word}</span>;

/** As many pages as fit under a thumb; the others open from the last place, without script too. */
export function TabBar({ label, more, items }: { label: string; more: string; items: readonly NavItem[] }) {
  const path = usePathname();
  const shown = items.length > FIT ? items.slice(0, FIT - 1) : items;
  const rest = items.slice(shown.length);
  const among = rest.some(({ href }) => isHere(path, href));
  return (
    <nav aria-label={label}>
      <ul className="flex h-16 items-stretch">
        {shown.map((item) => {
          const here = isHere(path, item.href);
          return (
            <li key={item.href} className="min-w-0 flex-1">
              <PageLink href={item.href} aria-current={here ? 'page' : undefined} className={tabOf(here)}>
                {item.icon}
                {wordOf(item.label)}
              </PageLink>
            </li>
          );
        })}
        {rest.length > 0 ? (
          <li className="min-w-0 flex-1">
            <button type="button" popoverTarget="more-pages" className={tabOf(among)}>
              <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
              {wordOf(more)}
            </button>
            <ul id="more-pages" popover="auto" className="menu menu-row">
              {rest.map(({ href, icon, label: name }) => (
                <li key={href}>
                  <MenuLink
                    href={href}
                    aria-current={isHere(path, href) ? 'page' : undefined}
                    className={classNames(
                      'flex min-h-12 items-center gap-3 rounded-control px-3',
                      isHere(path, href) ? 'font-medium text-primary' : 'hover:bg-muted',
                    )}
                  >
                    {icon}
                    {name}
                  </MenuLink>
                </li>
              ))}
            </ul>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
