import { isLater, type Permission, permissions, permissionsOf, rolesWith } from '@studyspot/api/permissions/table';
import type { Member } from './staff-list.tsx';

type Kind = 'platform' | 'tenant';

/** What a form of rights starts from. */
export interface Rights {
  kind: Kind;
  role: string;
  added: readonly string[];
  removed: readonly string[];
  /** What the person who grants holds: nobody gives more. */
  held: readonly string[];
}

const all = Object.keys(permissions) as Permission[];

export function hasByRole(permission: Permission, role: string): boolean {
  return rolesWith(permission).some((holder) => holder === role);
}

/** The rights that can be given at all to someone of this kind. */
export function grantable(kind: Kind): Permission[] {
  return all.filter((permission) => permissions[permission][kind].length > 0);
}

/** Those that open something today, by the area that they are about. */
export function areasOf(kind: Kind): ReadonlyMap<string, readonly Permission[]> {
  return Map.groupBy(
    grantable(kind).filter((permission) => !isLater(permission)),
    (permission) => permission.split(':')[0] ?? permission,
  );
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

/** What is ticked when the form opens: the role's rights, with what was added and removed. */
export function tickedOf({ kind, role, added, removed }: Omit<Rights, 'held'>): Permission[] {
  return grantable(kind)
    .filter(
      (permission) => !removed.includes(permission) && (added.includes(permission) || hasByRole(permission, role)),
    )
    .sort();
}

/** What is ticked after one of an area's rights was turned: nobody changes what they may not see. */
export function turned(
  ticked: readonly string[],
  { right, isOn }: { right: Permission; isOn: boolean },
  { rights, held }: { rights: readonly Permission[]; held: readonly string[] },
): readonly string[] {
  const givable = rights.filter((one) => held.includes(one));
  const read = givable.find((one) => one.endsWith(':read'));
  if (isOn) return [...new Set([...ticked, right, ...(read ? [read] : [])])];
  const gone: readonly string[] = right === read ? givable : [right];
  return ticked.filter((one) => !gone.includes(one));
}

/** What cannot be granted here stays as it was, whatever is ticked. */
export function rightsOf(ticked: readonly string[], { kind, role, added, removed, held }: Rights) {
  const can = new Set(ticked);
  const now = { added: [] as string[], removed: [] as string[] };
  for (const permission of grantable(kind)) {
    const byRole = hasByRole(permission, role);
    if (!held.includes(permission)) {
      if (added.includes(permission) && !byRole) now.added.push(permission);
      if (removed.includes(permission) && byRole) now.removed.push(permission);
    } else if (can.has(permission) && !byRole) now.added.push(permission);
    else if (!can.has(permission) && byRole) now.removed.push(permission);
  }
  return now;
}

/** The role of someone whom the granter may change: not oneself, and nobody who may do more. Null for all others. */
export function roleBelow<Role extends string>(
  member: Pick<Member, 'self' | 'state' | 'role' | 'added' | 'removed'>,
  { allowed, held }: { allowed: readonly Role[]; held: readonly Permission[] },
): Role | null {
  const role = allowed.find((one) => one === member.role);
  const isBelow =
    !member.self && member.state !== 'removed' && permissionsOf(member).every((one) => held.includes(one));
  return (isBelow && role) || null;
}
