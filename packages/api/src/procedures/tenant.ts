import type { Permission } from '../permissions/table.ts';
import { type Permitted, verbsOf } from './builder.ts';

/** What a member of a library may do, on the tenant's login. */
export const tenantProcedure = (permission: Permission): Permitted => ({
  input: (input) => ({ output: (output) => verbsOf({ kind: 'tenant', permission }, input, output) }),
});
