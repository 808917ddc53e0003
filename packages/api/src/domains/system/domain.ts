import type { Domain } from '../domain.ts';

export const system = {
  permissions: {
    'settings:read': { platform: [], tenant: ['owner', 'manager'] },
    'settings:update': { platform: [], tenant: ['owner'] },
    'audit:read': { platform: [], tenant: ['owner'] },
    'flags:read': { platform: ['super_admin', 'admin', 'support', 'analyst'], tenant: ['owner', 'manager', 'staff'] },
    'views:keep': { platform: ['super_admin', 'admin', 'support', 'analyst'], tenant: ['owner', 'manager', 'staff'] },
    'flags:update': { platform: ['super_admin'], tenant: [] },
    'system:settings': { platform: ['super_admin'], tenant: [] },
    'system:logs': { platform: ['super_admin'], tenant: [] },
    'system:health': { platform: ['super_admin'], tenant: [] },
    'system:jobs': { platform: ['super_admin'], tenant: [] },
  },
  events: {
    setting: ['changed'],
    flag: ['changed'],
    views: ['kept'],
    audit: ['exported'],
    job: ['replayed', 'dropped', 'paused', 'resumed', 'letter_again'],
    // Their subject is what is stuck.
    alarm: ['raised', 'cleared'],
  },
  shown: { setting: ['settings'], flag: ['flags'], views: ['views'], job: ['jobs'], alarm: ['jobs'] },
  notices: { 'system.stuck': { category: 'system', priority: 'critical', who: ['super_admin'] } },
  personal: ['views'],
} as const satisfies Domain;
