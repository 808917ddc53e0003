'use client';

import type { Permission } from '@studyspot/api/permissions/table';
import { createContext, type ReactNode, useContext } from 'react';

/** Who looks at this page, and for which business it was drawn. */
export interface Here {
  person: { id: string; name: string };
  place: { id: string; name: string };
  role: string;
  held: readonly Permission[];
}

const HereContext = createContext<Here | null>(null);

export function HereProvider({ here, children }: { here: Here; children: ReactNode }) {
  return <HereContext value={here}>{children}</HereContext>;
}

export function useHere() {
  const here = useContext(HereContext);
  if (!here) throw new Error('nobody is known outside a page of the portal');
  return { ...here, may: (permission: Permission) => here.held.includes(permission) };
}
