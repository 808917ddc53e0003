import type { Permission } from '@studyspot/api/permissions/table';
import type { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Finds } from '../palette/found.tsx';

export type NavWords = Awaited<ReturnType<typeof getTranslations>>;

export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** Shown to those alone who may use it. */
  needs?: Permission;
  /** With `g` before it, the key that leads there. */
  go: string;
  /** Where its records are searched. */
  finds?: Finds;
  /** The record that can be begun from anywhere. */
  add?: { href: string; label: string; needs: Permission };
}

/** What of the navigation this person may use. */
export function navFor(items: readonly NavItem[], may: (permission: Permission) => boolean): NavItem[] {
  return items
    .filter(({ needs }) => !needs || may(needs))
    .map(({ add, ...item }) => (add && may(add.needs) ? { ...item, add } : item));
}

/** How an icon of the navigation is drawn. */
export const navIcon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
