import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/schema';
import { type Permission, rolesWith } from '@studyspot/api/permissions/table';

type Role = (typeof PLATFORM_ROLES)[number];

function rightsOfRole(role: Role, all: readonly Permission[]): Permission[] {
  return all.filter((permission) => rolesWith(permission).some((holder) => holder === role));
}

/** Roles this person may give: none with a right they lack, and the top one only from someone who has it. */
export function rolesToGive(own: string, held: readonly Permission[], all: readonly Permission[]): Role[] {
  return PLATFORM_ROLES.filter(
    (role) =>
      (role !== 'super_admin' || own === 'super_admin') &&
      rightsOfRole(role, all).every((right) => held.includes(right)),
  );
}
