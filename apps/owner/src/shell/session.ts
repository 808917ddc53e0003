import { ownerCallerFor } from '@studyspot/api/http/caller';
import { permissionsOf } from '@studyspot/api/permissions/table';
import { answer } from '@studyspot/portal/shell/answer';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';

/** Calls in this process, as the person whose cookie the page's request carries. */
export const caller = cache(async () => ownerCallerFor(await headers()));

/** Who is here and for which account: each page asks for itself, a layout proves nothing for it. */
export const session = cache(async () => {
  const api = await caller();
  const me = await answer(api.identity.me());
  if (!me.tenant || !me.role) redirect('/choose');
  const held = permissionsOf({ role: me.role, added: me.added, removed: me.removed });
  const may = (permission: (typeof held)[number]) => held.includes(permission);
  return { api, me, tenant: me.tenant, role: me.role, held, may };
});
