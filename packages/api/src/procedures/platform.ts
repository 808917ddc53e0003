import type { Permission } from '../permissions/table.ts';
import { verbsOf } from './builder.ts';
import type { Schema } from './schema.ts';

/** What platform staff may do, under the platform's own claim. */
export const platformProcedure = (permission: Permission) => ({
  input: <I extends Schema>(input: I) => ({
    output: <O extends Schema>(output: O) => verbsOf({ kind: 'platform', permission }, input, output),
  }),
});
