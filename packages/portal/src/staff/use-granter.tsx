'use client';

import { useHere } from '../data/here.tsx';
import { grantable, rolesToGive } from './rights.tsx';
import type { Granter } from './staff-form.tsx';

/** Who looks, as one who gives rights to others. */
export function useGranter<Role extends string>(kind: 'platform' | 'tenant', roles: readonly Role[]): Granter<Role> {
  const { role, held } = useHere();
  return { held, allowed: rolesToGive(roles, role, held, grantable(kind)) };
}
