import { PLATFORM_ROLES, TENANT_ROLES } from '../../permissions/roles.ts';
import type { Domain } from '../domain.ts';

export const staff = {
  permissions: {
    'users:read': { platform: ['super_admin', 'admin', 'support'], tenant: ['owner', 'manager'] },
    'users:create': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
    'users:update': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
    'users:delete': { platform: ['super_admin'], tenant: ['owner'] },
    'users:reset': { platform: ['super_admin', 'admin'], tenant: ['owner', 'manager'] },
    'users:activity': { platform: ['super_admin', 'admin'], tenant: ['owner'] },
  },
  events: {
    member: [
      'invited',
      'invited_again',
      'welcomed',
      'welcomed_again',
      'mailed',
      'mail_failed',
      'updated',
      'removed',
      'reset_requested',
      'exported',
    ],
  },
  shown: { membership: ['staff', 'platformStaff'] },
  notices: {
    'member.accepted': { category: 'tenant', priority: 'low', who: ['owner', 'super_admin', 'admin'] },
    'member.removed': { category: 'tenant', priority: 'medium', who: ['owner', 'super_admin'] },
    'member.rights': { category: 'tenant', priority: 'high', who: [...TENANT_ROLES, ...PLATFORM_ROLES] },
  },
} as const satisfies Domain;
