import type { Permission } from '../permissions/table.ts';
import { type Permitted, verbsOf } from './builder.ts';

/** What platform staff may do, under the platform's own claim. */
export const platformProcedure = (permission: Permission): Permitted => ({
  input: (input) => ({ output: (output) => verbsOf({ kind: 'platform', permission }, input, output) }),
});
