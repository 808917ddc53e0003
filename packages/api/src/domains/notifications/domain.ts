import type { Domain } from '../domain.ts';

export const notifications = {
  permissions: {
    'notifications:read': {
      platform: ['super_admin', 'admin', 'support', 'analyst'],
      tenant: ['owner', 'manager', 'staff'],
      evenExpired: true,
    },
  },
  // Their subject is the person whom they concern.
  events: { notification: ['told', 'read', 'cleared', 'restored', 'chosen'] },
  shown: { notification: ['notifications'] },
  personal: ['notification'],
} as const satisfies Domain;
