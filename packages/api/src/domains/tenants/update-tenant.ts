import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { updateTenantInput } from './schema.ts';
import { mustBePresent, writeTenant } from './write-tenant.ts';

export async function updateTenant(scope: ChangeScope, input: z.output<typeof updateTenantInput>) {
  const { id, version, ...details } = input;
  return await writeTenant(scope, { id, version }, 'tenant.updated', (before) => {
    mustBePresent(before);
    return details;
  });
}
