import type { Domain } from '../domain.ts';

// Whoever brings a register in holds what its kind asks for: the permissions are those of what is brought in.
export const imports = {
  permissions: {},
  events: {
    import: [
      ...(['uploaded', 'begun', 'read', 'failed', 'mapped', 'checked', 'mended', 'started'] as const),
      ...(['progressed', 'stopped', 'finished', 'undoing', 'undone'] as const),
    ],
  },
  private: true,
  shown: { import: ['imports'] },
} as const satisfies Domain;
