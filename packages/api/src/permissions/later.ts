import type { Grants } from './roles.ts';

/** Of domains that are not built yet: each takes its own into its folder when it begins. */
export const laterPermissions = {
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
} as const satisfies Grants;
