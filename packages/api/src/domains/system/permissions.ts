import type { Grants } from '../../permissions/roles.ts';

export const systemPermissions = {
  'settings:read': { platform: [], tenant: ['owner', 'manager'] },
  'settings:update': { platform: [], tenant: ['owner'] },
  'audit:read': { platform: [], tenant: ['owner'] },
  'flags:read': { platform: ['super_admin', 'admin', 'support', 'analyst'], tenant: ['owner', 'manager', 'staff'] },
  'views:keep': { platform: ['super_admin', 'admin', 'support', 'analyst'], tenant: ['owner', 'manager', 'staff'] },
  'flags:update': { platform: ['super_admin'], tenant: [] },
  'system:settings': { platform: ['super_admin'], tenant: [] },
  'system:logs': { platform: ['super_admin'], tenant: [] },
  'system:health': { platform: ['super_admin'], tenant: [] },
} as const satisfies Grants;
