import type { Grants } from '../../permissions/roles.ts';

/** Whoever is signed in looks after themselves: no role is asked. */
export const identityPermissions = {} as const satisfies Grants;
