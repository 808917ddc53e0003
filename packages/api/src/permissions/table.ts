import type { Domain } from '../domains/domain.ts';
import * as domains from '../domains/order.ts';
import { laterPermissions } from './later.ts';
import type { Grant, Role } from './roles.ts';

export type Permission =
  | { [Name in keyof typeof domains]: keyof (typeof domains)[Name]['permissions'] }[keyof typeof domains]
  | keyof typeof laterPermissions;

/** Who may do what: the gate, the menus, the buttons and the documentation read it. Sentences stand in the message files. */
export const permissions: Readonly<Record<Permission, Grant>> = Object.assign(
  {},
  ...Object.values<Domain>(domains).map((domain) => domain.permissions),
  laterPermissions,
);

export const isPermission = (value: string): value is Permission => Object.hasOwn(permissions, value);

/** Of a domain that is not built yet: nobody is asked about it. */
export const isLater = (permission: Permission): boolean => Object.hasOwn(laterPermissions, permission);

// Made once and frozen: the handle keeps the literal of a frozen list.
const rolesOf: ReadonlyMap<string, readonly Role[]> = new Map(
  Object.entries(permissions).map(([name, { platform, tenant }]) => [name, Object.freeze([...platform, ...tenant])]),
);

/** The roles that hold a permission: what the gate is asked with. */
export const rolesWith = (permission: Permission): readonly Role[] => rolesOf.get(permission) ?? [];

export const keptWhenExpired = (permission: Permission): boolean => permissions[permission].evenExpired === true;

/** What one person may do: the role's, plus what was added, less what was removed (removed wins, as in the gate). */
export function permissionsOf(person: {
  role: string;
  added: readonly string[];
  removed: readonly string[];
}): Permission[] {
  const all = Object.keys(permissions).filter(isPermission);
  return all.filter(
    (permission) =>
      !person.removed.includes(permission) &&
      (person.added.includes(permission) || rolesWith(permission).some((role) => role === person.role)),
  );
}
