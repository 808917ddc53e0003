import type { Code } from '../errors/codes.ts';
import type { Role } from '../permissions/roles.ts';
import type { PortalName } from '../request.ts';
import { examples } from './examples.ts';

// Who may call what stands in the examples of each domain, a line per procedure and by hand; what a state does to that
// stands here. The permission table is held against both, and neither is made from it.

export const ROLES = [
  'super_admin',
  'admin',
  'support',
  'analyst',
  'owner',
  'manager',
  'staff',
] as const satisfies readonly Role[];

const people: Record<PortalName, readonly Role[]> = {
  owner: ['owner', 'manager', 'staff'],
  admin: ['super_admin', 'admin', 'support', 'analyst'],
};

export const STATES = ['active', 'suspended', 'expired', 'removed', 'not accepted', 'disabled'] as const;
export type State = (typeof STATES)[number];

/** Null where the call goes through to its verb, else what it is refused with. */
export function expected(portal: PortalName, path: string, role: Role | null, state: State): Code | null {
  const example = examples[portal].get(path);
  const who = example?.who;
  if (who === undefined) throw new Error(`${portal} ${path} has no example`);
  if (who === 'anyone') return null;
  if (role === null || !people[portal].includes(role)) return 'unauthorized';
  if (state === 'disabled') return 'account_inactive';
  // A person keeps their own account, whatever became of one of their tenants.
  if (who === 'person') return null;
  if (state === 'removed' || state === 'not accepted') return 'unauthorized';
  if (state === 'suspended') return 'tenant_suspended';
  if (state === 'expired' && !example?.evenExpired) return 'subscription_expired';
  return who.includes(role) ? null : 'insufficient_permissions';
}
