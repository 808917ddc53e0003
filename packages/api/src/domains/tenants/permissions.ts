import type { Grants } from '../../permissions/roles.ts';

export const tenantsPermissions = {
  'tenants:read': { platform: ['super_admin', 'admin', 'support'], tenant: [] },
  'tenants:create': { platform: ['super_admin'], tenant: [] },
  'tenants:update': { platform: ['super_admin', 'admin'], tenant: [] },
  'tenants:delete': { platform: ['super_admin'], tenant: [] },
  'tenants:suspend': { platform: ['super_admin'], tenant: [] },
} as const satisfies Grants;
