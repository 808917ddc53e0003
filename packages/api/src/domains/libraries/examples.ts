import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { comparisonRouter, librariesRouter, platformLibrariesRouter } from './router.ts';
import type { createLibraryInput } from './schema.ts';

const day = { open: '06:00', close: '22:00' };

export function newLibrary(code: string) {
  return {
    requestKey: randomUUID(),
    name: `Library ${code}`,
    code,
    address: '12 Station Road',
    city: 'Jaipur',
    state: 'RJ',
    pincode: '302 001',
    phone: '98765 43210',
    email: '',
    position: { latitude: 26.9, longitude: 75.8 },
    capacity: 80,
    hours: [day, day, day, day, day, day, null],
    managerName: '',
    managerPhone: null,
    managerEmail: null,
    amenities: ['wifi'],
  } satisfies z.input<typeof createLibraryInput>;
}

const librariesExamples: Examples<typeof librariesRouter> = {
  list: { who: ['owner', 'manager', 'staff'], input: () => ({ limit: 50 }) },
  export: { who: ['owner', 'manager', 'staff'], input: () => ({}) },
  get: { who: ['owner', 'manager', 'staff'], input: ({ row }) => ({ id: row('libraries') }) },
  timeline: { who: ['owner', 'manager', 'staff'], input: ({ row }) => ({ id: row('libraries') }) },
  create: { who: ['owner'], input: () => newLibrary('EXAMPLE-1') },
  update: {
    who: ['owner', 'manager'],
    input: ({ row }) => {
      const { requestKey: _, ...details } = newLibrary('EXAMPLE-2');
      return { id: row('libraries'), version: 1, ...details };
    },
  },
  setStatus: {
    who: ['owner', 'manager'],
    input: ({ row }) => ({ requestKey: randomUUID(), id: row('libraries'), version: 1, status: 'inactive' }),
  },
  // The proofs call one of which changes were asked like the student who was removed.
  handIn: { who: ['owner', 'manager'], input: ({ removedId }) => ({ id: removedId, version: 1 }) },
};
const comparisonExamples: Examples<typeof comparisonRouter> = {
  libraries: { who: ['owner', 'manager', 'staff'], input: () => ({}) },
};
export const owner = { libraries: librariesExamples, comparison: comparisonExamples };

// And one that waits like the customer who is removed, a suspended one like who is suspended, one that is let in like
// another customer, and a rejected one like whoever is invited.
const all = ['super_admin', 'admin', 'support', 'analyst'] as const;
const decides = ['super_admin', 'admin'] as const;
const reason = 'The photo shows another street';
const platformExamples: Examples<typeof platformLibrariesRouter> = {
  list: { who: all, input: () => ({ limit: 50, filters: { near: { latitude: 26.9, longitude: 75.8, km: 5 } } }) },
  export: { who: all, input: () => ({}) },
  get: { who: all, input: ({ tenantId }) => ({ id: tenantId }) },
  timeline: { who: all, input: ({ tenantId }) => ({ id: tenantId }) },
  approve: { who: decides, input: ({ deletedId }) => ({ id: deletedId, version: 1 }) },
  requestChanges: { who: decides, input: ({ deletedId }) => ({ id: deletedId, version: 1, reason }) },
  reject: { who: decides, input: ({ deletedId }) => ({ id: deletedId, version: 1, reason }) },
  reconsider: { who: decides, input: ({ invitedId }) => ({ id: invitedId, version: 1 }) },
  suspend: { who: decides, input: ({ tenantId }) => ({ id: tenantId, version: 1, reason }) },
  reinstate: { who: decides, input: ({ suspendedId }) => ({ id: suspendedId, version: 1 }) },
};
export const admin = { libraries: platformExamples };

export const work: DomainExamples['work'] = {
  onLibraryStanding: ({ a }) => ({
    event: { name: 'library.suspended', kind: 'library', id: a.libraries[0], after: { name: 'Library 1' } },
  }),
  onLibraryStatus: ({ a }) => ({
    event: {
      ...{ name: 'library.status_changed', kind: 'library', id: a.libraries[0], actor: a.manager.userId },
      after: { name: 'Library 1', status: 'inactive' },
    },
  }),
};
