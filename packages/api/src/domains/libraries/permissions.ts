import type { Grants } from '../../permissions/roles.ts';

export const librariesPermissions = {
  'libraries:read': { platform: ['super_admin', 'admin', 'support', 'analyst'], tenant: ['owner', 'manager', 'staff'] },
  'libraries:create': { platform: [], tenant: ['owner'] },
  'libraries:update': { platform: [], tenant: ['owner', 'manager'] },
  'libraries:delete': { platform: [], tenant: ['owner'] },
  'libraries:approve': { platform: ['super_admin', 'admin'], tenant: [] },
} as const satisfies Grants;
