import type { Grants } from '../../permissions/roles.ts';

export const staffPermissions = {
  'users:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager'] },
  'users:create': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  'users:update': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  'users:delete': { platform: ['super_admin'], tenant: ['owner'] },
  'users:reset': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager'] },
  'users:activity': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
} as const satisfies Grants;
