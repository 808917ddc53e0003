import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { librariesRouter } from './router.ts';
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
};

export const owner = { libraries: librariesExamples };

export const work: DomainExamples['work'] = {
  onLibraryStatus: ({ a }) => ({
    event: {
      ...{ name: 'library.status_changed', kind: 'library', id: a.libraries[0], actor: a.manager.userId },
      after: { name: 'Library 1', status: 'inactive' },
    },
  }),
};
