import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { tenantVersionInput } from './schema.ts';
import { writeTenant } from './write-tenant.ts';

export async function restoreTenant(scope: ChangeScope, input: z.output<typeof tenantVersionInput>) {
  return await writeTenant(scope, input, 'tenant.restored', (before) => {
    if (!before.deletedAt) throw new AppError('changed_meanwhile', { details: { reason: 'not_removed' } });
    return { deletedAt: null, removedReason: null };
  });
}
