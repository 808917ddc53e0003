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
