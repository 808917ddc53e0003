'use client';

import { classNames } from '@studyspot/ui/class-names';
import { usePathname } from 'next/navigation';
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

export function TabBar({ label, items }: { label: string; items: readonly NavItem[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      <ul className="flex h-16 items-stretch">
        {items.slice(0, 5).map((item) => {
          const here = isHere(path, item.href);
          return (
            <li key={item.href} className="min-w-0 flex-1">
              <PageLink
                href={item.href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex h-full flex-col items-center justify-center gap-1 rounded-control -outline-offset-2',
                  here ? 'font-medium text-primary' : 'text-text-muted',
                )}
              >
                {item.icon}
                <span className="max-w-full truncate text-xs">{item.label}</span>
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
