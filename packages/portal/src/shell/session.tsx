import { sharedCallerFor } from '@studyspot/api/http/caller';
import { type Permission, permissionsOf } from '@studyspot/api/permissions/table';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { answer } from './answer.tsx';

/** Calls in this process, as the person whose cookie the page's request carries: what both portals' routers hold. */
export const caller = cache(async () => sharedCallerFor(await headers()));

/** Who is here and for which account: each page asks for itself, a layout proves nothing for it. */
export const here = cache(async () => {
  const api = await caller();
  const me = await answer(api.identity.me());
  if (!me.tenant || !me.role) redirect('/choose');
  const held = permissionsOf({ role: me.role, added: me.added, removed: me.removed });
  const may = (permission: Permission) => held.includes(permission);
  return { me, tenant: me.tenant, role: me.role, held, may };
});

/** Whose pages and data these are: of whom, in which business. `personOf` takes it apart. */
export const ownerOf = ({ me, tenant }: { me: { id: string }; tenant: { id: string } }) => `${tenant.id}:${me.id}`;

/** The gate is asked, not the cookie's signature: a dead cookie would lead in circles. */
export async function isSignedIn(): Promise<boolean> {
  try {
    const api = await caller();
    await api.identity.me();
    return true;
  } catch {
    return false;
  }
}
