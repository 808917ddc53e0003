import type { FieldFault } from '../../errors/app-error.ts';
import { PLATFORM_ROLES, TENANT_ROLES } from '../../permissions/roles.ts';
import { isPermission, type Permission, permissions, permissionsOf } from '../../permissions/table.ts';

export type Kind = 'platform' | 'library';

export interface Rights {
  role: string;
  added: readonly string[];
  removed: readonly string[];
}

/** The role that must always have someone in it. */
export function topRole(kind: Kind): 'super_admin' | 'owner' {
  return kind === 'platform' ? 'super_admin' : 'owner';
}

/** What may be granted at all: a library's people never hold what only the platform does, and the reverse. */
export function grantable(kind: Kind): Permission[] {
  return Object.keys(permissions)
    .filter(isPermission)
    .filter((permission) => permissions[permission][kind === 'platform' ? 'platform' : 'tenant'].length > 0);
}

export function rightsFaults(kind: Kind, wanted: Rights): FieldFault[] {
  const known = new Set<string>(grantable(kind));
  const roles: readonly string[] = kind === 'platform' ? PLATFORM_ROLES : TENANT_ROLES;
  const faults: FieldFault[] = [];
  if (!roles.includes(wanted.role)) faults.push({ path: 'role', message: 'choice' });
  for (const field of ['added', 'removed'] as const) {
    const keys = wanted[field];
    if (keys.some((key) => !known.has(key))) faults.push({ path: field, message: 'choice' });
    else if (new Set(keys).size !== keys.length) faults.push({ path: field, message: 'repeated' });
  }
  if (wanted.added.some((key) => wanted.removed.includes(key)))
    faults.push({ path: 'removed', message: 'contradiction' });
  return faults;
}

/** Whether all that `other` may do is held by `actor` too; the top role is given and taken only by the top role. */
export function holdsAllOf(actor: Rights, other: Rights, kind: Kind): boolean {
  if (other.role === topRole(kind) && actor.role !== topRole(kind)) return false;
  const held = new Set<string>(permissionsOf(actor));
  return permissionsOf(other).every((permission) => held.has(permission));
}

/** Nobody grants more than they hold, and nobody changes someone who holds more than they do. */
export function mayChange(actor: Rights, before: Rights | null, after: Rights | null, kind: Kind): boolean {
  if (before && !holdsAllOf(actor, before, kind)) return false;
  return after === null || holdsAllOf(actor, after, kind);
}
