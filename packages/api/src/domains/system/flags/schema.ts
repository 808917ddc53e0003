import * as z from 'zod/mini';
import { id, storedVersion } from '../../../fields.ts';
import { FLAG_KEYS } from './names.ts';

const flagKey = z.enum(FLAG_KEYS);

export const allFlagsInput = z.object({ tenantId: z.optional(id) });
export const flag = z.object({
  key: flagKey,
  enabled: z.boolean(),
  // where the answer comes from: the code's default, the row for everyone, the row of this tenant
  from: z.enum(['default', 'everyone', 'tenant']),
  version: z.int(),
});
export const flagsOutput = z.array(flag);
export const putFlagInput = z.object({
  key: flagKey,
  enabled: z.boolean(),
  tenantId: z.optional(id),
  version: storedVersion,
});
export const myFlagsOutput = z.array(z.object({ key: flagKey, enabled: z.boolean() }));
