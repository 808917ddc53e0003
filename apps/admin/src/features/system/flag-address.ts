import { isId } from './audit-address.ts';

export const flagAddress = { path: '/flags', filters: { tenant: null }, sorts: ['key'] } as const;

/** Without a customer those for everyone are looked at. */
export const flagsInput = ({ filters }: { filters: { tenant?: string } }) => ({
  tenantId: isId(filters.tenant) ? filters.tenant : undefined,
});
