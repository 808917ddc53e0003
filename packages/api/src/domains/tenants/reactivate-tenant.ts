import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { statusAfterSuspension } from './rules.ts';
import type { tenantVersionInput } from './schema.ts';
import { mustBePresent, writeTenant } from './write-tenant.ts';

export async function reactivateTenant(scope: ChangeScope, input: z.output<typeof tenantVersionInput>) {
  return await writeTenant(scope, input, 'tenant.reactivated', (before) => {
    mustBePresent(before);
    if (before.status !== 'suspended')
      throw new AppError('changed_meanwhile', { details: { reason: 'not_suspended' } });
    return {
      status: statusAfterSuspension(before, scope.services.clock.now()),
      suspendedReason: null,
      suspendedAt: null,
    };
  });
}
