import type { Domain } from '../domain.ts';

const who = ['owner', 'manager'] as const;

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
  events: {
    library: [
      ...['created', 'updated', 'status_changed', 'exported', 'handed_in', 'approved', 'changes_requested'],
      ...['rejected', 'reconsidered', 'suspended', 'reinstated'],
    ],
  },
  overheard: ['library'],
  shown: { library: ['libraries'] },
  notices: {
    'library.status': { category: 'library', priority: 'medium', who },
    'library.approved': { category: 'library', priority: 'high', who },
    'library.changes_requested': { category: 'library', priority: 'high', who },
    'library.rejected': { category: 'library', priority: 'high', who },
    'library.suspended': { category: 'library', priority: 'high', who },
    'library.reinstated': { category: 'library', priority: 'high', who },
  },
} as const satisfies Domain;
