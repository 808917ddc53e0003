import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { tenantReasonInput } from './schema.ts';
import { mustBePresent, writeTenant } from './write-tenant.ts';

/** Nothing is deleted: the gate refuses its people until it is restored. */
export async function removeTenant(scope: ChangeScope, input: z.output<typeof tenantReasonInput>) {
  return await writeTenant(scope, input, 'tenant.removed', (before) => {
    mustBePresent(before);
    return { deletedAt: scope.services.clock.now(), removedReason: input.reason };
  });
}
