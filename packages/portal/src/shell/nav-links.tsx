'use client';

import { classNames } from '@studyspot/ui/class-names';
import { Building2, House, LibraryBig, type LucideIcon, UserRound, UsersRound } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

const icons = {
  home: House,
  libraries: LibraryBig,
  tenants: Building2,
  staff: UsersRound,
  profile: UserRound,
} satisfies Record<string, LucideIcon>;

export interface NavItem {
  href: string;
  label: string;
  icon: keyof typeof icons;
}

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
          const Icon = icons[item.icon];
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                prefetch={false}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex min-h-9 items-center gap-3 rounded-control px-3',
                  here ? 'bg-muted font-medium text-text' : 'text-text-muted hover:bg-muted hover:text-text',
                )}
              >
                <Icon size={20} strokeWidth={1.75} aria-hidden="true" className={here ? 'text-primary' : undefined} />
                {item.label}
              </Link>
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
          const Icon = icons[item.icon];
          return (
            <li key={item.href} className="min-w-0 flex-1">
              <Link
                href={item.href}
                prefetch={false}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex h-full flex-col items-center justify-center gap-1 rounded-control -outline-offset-2',
                  here ? 'font-medium text-primary' : 'text-text-muted',
                )}
              >
                <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
                <span className="max-w-full truncate px-1 text-xs">{item.label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
