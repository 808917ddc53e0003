import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { tenantReasonInput } from './schema.ts';
import { mustBePresent, writeTenant } from './write-tenant.ts';

export async function suspendTenant(scope: ChangeScope, input: z.output<typeof tenantReasonInput>) {
  return await writeTenant(scope, input, 'tenant.suspended', (before) => {
    mustBePresent(before);
    if (before.status === 'suspended') throw new AppError('changed_meanwhile', { details: { reason: 'suspended' } });
    return { status: 'suspended', suspendedReason: input.reason, suspendedAt: scope.services.clock.now() };
  });
}
