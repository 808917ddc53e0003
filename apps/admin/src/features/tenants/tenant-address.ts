import { PLANS, TENANT_SORTS, TENANT_STATUSES } from '@studyspot/api/domains/tenants/names';
import { listInput, type QueryOf } from '@studyspot/portal/list/list-query';

export const tenantAddress = {
  path: '/tenants',
  filters: { q: null, status: TENANT_STATUSES, plan: PLANS, deleted: ['yes'] },
  sorts: TENANT_SORTS,
} as const;

/** The removed ones are another list. */
export function tenantsInput(query: QueryOf<typeof tenantAddress>) {
  return listInput({ ...query, filters: { ...query.filters, deleted: query.filters.deleted === 'yes' } });
}

/** What the first page asks for. */
export const tenantsOfToday = (status: (typeof TENANT_STATUSES)[number]) => ({
  limit: 10,
  filters: { status },
  sort: { by: 'endsAt', descending: false } as const,
});

/** What takes something away from the people of a business, and so asks for a reason. */
export type Taking = 'suspend' | 'remove';

/** Where the dialog that asks for it is open. */
export const takingHref = (id: string, act: Taking): string => `${tenantAddress.path}/${id}?${act}`;
