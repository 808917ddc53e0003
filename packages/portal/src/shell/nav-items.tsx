import type { Permission } from '@studyspot/api/permissions/table';
import type { ReactNode } from 'react';

export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** Shown to those alone who may use it. */
  needs?: Permission;
}

/** How an icon of the navigation is drawn. */
export const navIcon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
