import type { Domain } from '../domain.ts';

export const libraries = {
  permissions: {
    'libraries:read': {
      platform: ['super_admin', 'admin', 'support', 'analyst'],
      tenant: ['owner', 'manager', 'staff'],
    },
    'libraries:create': { platform: [], tenant: ['owner'] },
    'libraries:update': { platform: [], tenant: ['owner', 'manager'] },
    'libraries:delete': { platform: [], tenant: ['owner'] },
    'libraries:approve': { platform: ['super_admin', 'admin'], tenant: [] },
  },
  events: { library: ['created', 'updated', 'status_changed', 'exported'] },
  shown: { library: ['libraries'] },
  notices: { 'library.status': { category: 'library', priority: 'medium', who: ['owner', 'manager'] } },
} as const satisfies Domain;
