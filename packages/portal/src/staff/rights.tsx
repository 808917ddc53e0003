import { type Permission, permissions, rolesWith } from '@studyspot/api/permissions/table';

export type Kind = 'platform' | 'tenant';

const all = Object.keys(permissions) as Permission[];

export function hasByRole(permission: Permission, role: string): boolean {
  return rolesWith(permission).some((holder) => holder === role);
}

/** The rights that can be given at all to someone of this kind. */
export function grantable(kind: Kind): Permission[] {
  return all.filter((permission) => permissions[permission][kind].length > 0);
}

/** Roles this person may give: none with a right they lack, and the first, which is the top one, only if it is theirs. */
export function rolesToGive<Role extends string>(
  roles: readonly Role[],
  own: string,
  held: readonly Permission[],
  all: readonly Permission[],
): Role[] {
  return roles.filter(
    (role, index) =>
      (index > 0 || own === role) &&
      all.filter((permission) => hasByRole(permission, role)).every((right) => held.includes(right)),
  );
}
