import type { Permission } from '../permissions/table.ts';
import { verbsOf } from './builder.ts';
import type { Schema } from './schema.ts';

/** What a member of a library may do, on the tenant's login. */
export const tenantProcedure = (permission: Permission) => ({
  input: <I extends Schema>(input: I) => ({
    output: <O extends Schema>(output: O) => verbsOf({ kind: 'tenant', permission }, input, output),
  }),
});
