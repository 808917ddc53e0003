import type { Domain } from '../domain.ts';

export const announcements = {
  permissions: {
    'announcements:read': {
      platform: ['super_admin', 'admin', 'support', 'analyst'],
      tenant: ['owner', 'manager', 'staff'],
    },
    'announcements:publish': { platform: ['super_admin', 'admin'], tenant: [] },
  },
  events: {
    announcement: ['created', 'updated', 'published', 'ended', 'removed', 'exported'],
    // What the members of a tenant see of them is other than before.
    board: ['changed'],
    // One of these members has read some.
    reading: ['kept'],
  },
  shown: { announcement: ['announcements'], board: ['announcements'], reading: ['announcements'] },
  personal: ['reading'],
  addressed: ['board'],
} as const satisfies Domain;
