/** Who may do what, in one place: the gate, the menus, the buttons and the documentation read it. */
export const platformRoles = ['super_admin', 'admin', 'support', 'analyst'] as const;
export const tenantRoles = ['owner', 'manager', 'staff'] as const;

export type PlatformRole = (typeof platformRoles)[number];
export type TenantRole = (typeof tenantRoles)[number];
export type Role = PlatformRole | TenantRole;

export interface Grant {
  platform: readonly PlatformRole[];
  tenant: readonly TenantRole[];
  /** Kept by a library whose subscription ran out: it may pay and ask for help. */
  evenExpired?: true;
}

/** The sentence of each permission stands in the message files under `permissions`. */
export const permissions = {
  // People of the platform and of a library
  'users:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager'] },
  'users:create': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  'users:update': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  'users:delete': { platform: ['super_admin'], tenant: ['owner'] },
  'users:reset': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager'] },
  'users:activity': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  // Libraries as customers of the platform
  'tenants:read': { platform: ['super_admin', 'admin', 'support'], tenant: [] },
  'tenants:create': { platform: ['super_admin'], tenant: [] },
  'tenants:update': { platform: ['super_admin', 'admin'], tenant: [] },
  'tenants:delete': { platform: ['super_admin'], tenant: [] },
  'tenants:suspend': { platform: ['super_admin'], tenant: [] },
  // Libraries
  'libraries:read': { platform: ['super_admin', 'admin', 'support', 'analyst'], tenant: ['owner', 'manager', 'staff'] },
  'libraries:create': { platform: [], tenant: ['owner'] },
  'libraries:update': { platform: [], tenant: ['owner', 'manager'] },
  'libraries:delete': { platform: [], tenant: ['owner'] },
  'libraries:approve': { platform: ['super_admin', 'admin'], tenant: [] },
  // Students
  'students:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager', 'staff'] },
  'students:create': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager', 'staff'] },
  'students:update': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager', 'staff'] },
  'students:delete': { platform: ['super_admin'], tenant: ['owner', 'manager'] },
  'students:export': { platform: [], tenant: ['owner'] },
  // Seats and bookings
  'seats:read': { platform: [], tenant: ['owner', 'manager', 'staff'] },
  'seats:update': { platform: [], tenant: ['owner', 'manager'] },
  'bookings:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager', 'staff'] },
  'bookings:create': { platform: [], tenant: ['owner', 'manager', 'staff'] },
  'bookings:update': { platform: [], tenant: ['owner', 'manager', 'staff'] },
  'bookings:cancel': { platform: [], tenant: ['owner', 'manager'] },
  // Attendance
  'attendance:read': { platform: [], tenant: ['owner', 'manager', 'staff'] },
  'attendance:create': { platform: [], tenant: ['owner', 'manager', 'staff'] },
  'attendance:update': { platform: [], tenant: ['owner', 'manager'] },
  'attendance:staff': { platform: [], tenant: ['owner', 'manager'] },
  // Money
  'payments:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager', 'staff'] },
  'payments:create': { platform: ['super_admin'], tenant: ['owner', 'manager', 'staff'] },
  'payments:refund': { platform: ['super_admin'], tenant: ['owner'] },
  'payments:settings': { platform: ['super_admin'], tenant: ['owner'] },
  'revenue:read': { platform: ['super_admin', 'admin', 'analyst'], tenant: ['owner'] },
  'invoices:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager'] },
  'invoices:create': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager'] },
  'expenses:read': { platform: [], tenant: ['owner', 'manager'] },
  'expenses:create': { platform: [], tenant: ['owner', 'manager'] },
  'credits:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager'] },
  'credits:buy': { platform: ['super_admin'], tenant: ['owner'] },
  'credits:allocate': { platform: ['super_admin'], tenant: [] },
  // Plans of the platform
  'subscriptions:read': {
    platform: ['super_admin', 'admin', 'support', 'analyst'],
    tenant: ['owner', 'manager'],
    evenExpired: true,
  },
  'subscriptions:pay': { platform: [], tenant: ['owner'], evenExpired: true },
  'subscriptions:update': { platform: ['super_admin'], tenant: [] },
  // Enquiries and sales
  'crm:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager', 'staff'] },
  'crm:create': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager', 'staff'] },
  'crm:update': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager', 'staff'] },
  'crm:delete': { platform: ['super_admin'], tenant: ['owner', 'manager'] },
  'crm:settings': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager'] },
  'sales:read': { platform: ['super_admin', 'admin', 'analyst'], tenant: [] },
  'sales:update': { platform: ['super_admin', 'admin'], tenant: [] },
  // Messages
  'messaging:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager', 'staff'] },
  'messaging:send': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager', 'staff'] },
  'messaging:bulk': { platform: ['super_admin'], tenant: ['owner', 'manager'] },
  'messaging:settings': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  'notifications:read': {
    platform: ['super_admin', 'admin', 'support', 'analyst'],
    tenant: ['owner', 'manager', 'staff'],
    evenExpired: true,
  },
  'notifications:send': { platform: ['super_admin', 'admin'], tenant: [] },
  // Complaints and help
  'tickets:read': {
    platform: ['super_admin', 'admin', 'support'],
    tenant: ['owner', 'manager', 'staff'],
    evenExpired: true,
  },
  'tickets:create': {
    platform: ['super_admin', 'admin', 'support'],
    tenant: ['owner', 'manager', 'staff'],
    evenExpired: true,
  },
  'tickets:update': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager', 'staff'] },
  'tickets:delete': { platform: ['super_admin'], tenant: ['owner'] },
  // Referrals and loyalty
  'referrals:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager', 'staff'] },
  'referrals:update': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  'loyalty:read': { platform: [], tenant: ['owner', 'manager', 'staff'] },
  'loyalty:update': { platform: [], tenant: ['owner', 'manager'] },
  // Marketplace
  'marketplace:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager'] },
  'marketplace:order': { platform: [], tenant: ['owner', 'manager'] },
  'marketplace:update': { platform: ['super_admin', 'admin'], tenant: [] },
  'marketplace:settle': { platform: ['super_admin'], tenant: [] },
  // Figures
  'analytics:read': { platform: ['super_admin', 'admin', 'analyst'], tenant: ['owner', 'manager'] },
  'reports:read': { platform: ['super_admin', 'admin', 'analyst'], tenant: ['owner', 'manager'] },
  'reports:export': { platform: ['super_admin', 'admin', 'analyst'], tenant: ['owner'] },
  // Connections of other programs
  'developer:read': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  'developer:update': { platform: ['super_admin'], tenant: ['owner'] },
  // System
  'settings:read': { platform: [], tenant: ['owner', 'manager'] },
  'settings:update': { platform: [], tenant: ['owner'] },
  'audit:read': { platform: [], tenant: ['owner'] },
  'flags:read': { platform: ['super_admin', 'admin', 'support', 'analyst'], tenant: ['owner', 'manager', 'staff'] },
  'flags:update': { platform: ['super_admin'], tenant: [] },
  'system:settings': { platform: ['super_admin'], tenant: [] },
  'system:logs': { platform: ['super_admin'], tenant: [] },
  'system:health': { platform: ['super_admin'], tenant: [] },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof permissions;

const grants: Readonly<Record<Permission, Grant>> = permissions;

export const isPermission = (value: string): value is Permission => Object.hasOwn(permissions, value);

// Made once and frozen: the handle keeps the literal of a frozen list.
const rolesOf: ReadonlyMap<string, readonly Role[]> = new Map(
  Object.entries(grants).map(([name, { platform, tenant }]) => [name, Object.freeze([...platform, ...tenant])]),
);

/** The roles that hold a permission: what the gate is asked with. */
export const rolesWith = (permission: Permission): readonly Role[] => rolesOf.get(permission) ?? [];

export const keptWhenExpired = (permission: Permission): boolean => grants[permission].evenExpired === true;

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
