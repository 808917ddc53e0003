import type { Domain } from '../domain.ts';

const everyone = ['owner', 'manager', 'staff'] as const;

export const students = {
  permissions: {
    // The platform's roles hold theirs for when a library lets them in; until then no door of theirs opens a student.
    'students:read': { platform: ['super_admin', 'admin', 'support'], tenant: everyone },
    'students:create': { platform: ['super_admin', 'admin'], tenant: everyone },
    'students:update': { platform: ['super_admin', 'admin'], tenant: everyone },
    'students:delete': { platform: ['super_admin'], tenant: ['owner', 'manager'] },
    'students:export': { platform: [], tenant: ['owner'] },
    // What they are called is the same for all.
    'students:labels': { platform: [], tenant: ['owner', 'manager'] },
    'students:phones': { platform: [], tenant: ['owner', 'manager'] },
  },
  events: {
    student: [
      ...([
        'created',
        'updated',
        'status_changed',
        'suspended',
        'transferred',
        'removed',
        'restored',
        'exported',
      ] as const),
      ...(['bulk_begun', 'bulk_done', 'bulk_stopped', 'consent_given', 'consent_withdrawn', 'own_data_given'] as const),
    ],
    label: ['created', 'renamed', 'removed'],
  },
  private: true,
  shown: { student: ['students', 'comparison'], label: ['students'] },
} as const satisfies Domain;
