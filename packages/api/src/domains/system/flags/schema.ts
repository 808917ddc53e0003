import * as z from 'zod/mini';
import { id, storedVersion } from '../../../fields.ts';

export const FLAGS = {
  'libraries.map': false,
  'staff.phone_sign_in': false,
  'display.dark': true,
} as const;
export type FlagKey = keyof typeof FLAGS;
export const FLAG_KEYS = Object.keys(FLAGS).filter((key): key is FlagKey => key in FLAGS);
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
