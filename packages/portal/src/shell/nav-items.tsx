import type { ReactNode } from 'react';

export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
}

/** How an icon of the navigation is drawn. */
export const navIcon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
