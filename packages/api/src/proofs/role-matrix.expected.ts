import type { Code } from '../errors/codes.ts';
import type { PortalName } from '../request.ts';

// Written by hand from features.md A4 to A7, A28 and A31, and from what the issue says of the slice; never made from the
// permission table, which this is held against. Where features.md lists nothing for a role (analyst, owner, manager,
// staff), the line is the decision.

export const ROLES = ['super_admin', 'admin', 'support', 'analyst', 'owner', 'manager', 'staff'] as const;
export type Role = (typeof ROLES)[number];

/** Who may call it while everything is in order; 'anyone' also signed out, 'person' whoever is signed in there. */
type Who = 'anyone' | 'person' | readonly Role[];

const identity: Record<string, Who> = {
  'identity.me': 'person',
  'identity.choices': 'person',
  'identity.chooseTenant': 'person',
  'identity.updateProfile': 'person',
  'identity.changePassword': 'person',
  'identity.sessions': 'person',
  'identity.endSession': 'person',
  'identity.endOtherSessions': 'person',
  'identity.sendVerification': 'person',
  'identity.requestEmailChange': 'person',
  'identity.forgotPassword': 'anyone',
  'identity.tokenFacts': 'anyone',
  'identity.resetPassword': 'anyone',
  'identity.verifyEmail': 'anyone',
  'identity.acceptInvitation': 'anyone',
  'identity.confirmEmailChange': 'anyone',
  'identity.passDevice': 'anyone',
};

const ownerPortal: Record<string, Who> = {
  ...identity,
  'libraries.list': ['owner', 'manager', 'staff'],
  'libraries.get': ['owner', 'manager', 'staff'],
  'libraries.create': ['owner'],
  'libraries.update': ['owner', 'manager'],
  'libraries.setStatus': ['owner', 'manager'],
  'staff.list': ['owner', 'manager'],
  'staff.get': ['owner', 'manager'],
  'staff.invite': ['owner'],
  'staff.update': ['owner'],
  'staff.remove': ['owner'],
  'staff.sendReset': ['owner', 'manager'],
  'staff.resendInvitation': ['owner'],
  'settings.all': ['owner', 'manager'],
  'settings.put': ['owner'],
  'flags.mine': ['owner', 'manager', 'staff'],
};

const adminPortal: Record<string, Who> = {
  ...identity,
  'tenants.list': ['super_admin', 'admin', 'support'],
  'tenants.get': ['super_admin', 'admin', 'support'],
  'tenants.create': ['super_admin'],
  'tenants.update': ['super_admin', 'admin'],
  'tenants.suspend': ['super_admin'],
  'tenants.reactivate': ['super_admin'],
  'tenants.remove': ['super_admin'],
  'tenants.restore': ['super_admin'],
  'tenants.sendWelcome': ['super_admin'],
  'platformStaff.list': ['super_admin', 'admin', 'support'],
  'platformStaff.get': ['super_admin', 'admin', 'support'],
  'platformStaff.invite': ['super_admin', 'admin'],
  'platformStaff.update': ['super_admin', 'admin'],
  'platformStaff.remove': ['super_admin'],
  'platformStaff.sendReset': ['super_admin', 'admin'],
  'platformStaff.resendInvitation': ['super_admin', 'admin'],
  'platformStaff.activity': ['super_admin', 'admin'],
  'audit.list': ['super_admin'],
  'audit.exportCsv': ['super_admin'],
  'settings.all': ['super_admin'],
  'settings.put': ['super_admin'],
  'flags.all': ['super_admin'],
  'flags.put': ['super_admin'],
  'flags.mine': ['super_admin', 'admin', 'support', 'analyst'],
};

export const matrix: Record<PortalName, Record<string, Who>> = { owner: ownerPortal, admin: adminPortal };

const people: Record<PortalName, readonly Role[]> = {
  owner: ['owner', 'manager', 'staff'],
  admin: ['super_admin', 'admin', 'support', 'analyst'],
};

export const STATES = ['active', 'suspended', 'expired', 'removed', 'not accepted', 'disabled'] as const;
export type State = (typeof STATES)[number];

/** Null where the call goes through to its verb, else what it is refused with. */
export function expected(portal: PortalName, path: string, role: Role | null, state: State): Code | null {
  const who = matrix[portal][path];
  if (who === undefined) throw new Error(`${portal} ${path} is not in the matrix written by hand`);
  if (who === 'anyone') return null;
  if (role === null || !people[portal].includes(role)) return 'unauthorized';
  if (state === 'disabled') return 'account_inactive';
  // A person keeps their own account, whatever became of one of their tenants.
  if (who === 'person') return null;
  if (state === 'removed' || state === 'not accepted') return 'unauthorized';
  if (state === 'suspended') return 'tenant_suspended';
  if (state === 'expired') return 'subscription_expired';
  return who.includes(role) ? null : 'insufficient_permissions';
}
