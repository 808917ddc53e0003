import type { Domain } from '../domain.ts';

export const tenants = {
  permissions: {
    'tenants:read': { platform: ['super_admin', 'admin', 'support'], tenant: [] },
    'tenants:create': { platform: ['super_admin'], tenant: [] },
    'tenants:update': { platform: ['super_admin', 'admin'], tenant: [] },
    'tenants:delete': { platform: ['super_admin'], tenant: [] },
    'tenants:suspend': { platform: ['super_admin'], tenant: [] },
  },
  events: {
    tenant: ['created', 'updated', 'suspended', 'reactivated', 'removed', 'restored', 'welcomed_again', 'exported'],
  },
  shown: { tenant: ['tenants'] },
  notices: { 'plan.ends': { category: 'subscription', priority: 'high', who: ['owner'] } },
} as const satisfies Domain;
