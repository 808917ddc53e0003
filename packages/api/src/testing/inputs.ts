import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { createLibraryInput } from '../domains/libraries/schema.ts';
import type { createTenantInput } from '../domains/tenants/schema.ts';

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

export function newTenant(name: string, ownerEmail: string) {
  return {
    requestKey: randomUUID(),
    name,
    email: 'office@example.test',
    phone: '+91-98765-43210',
    city: 'Kota',
    state: 'RJ',
    plan: 'starter',
    ownerName: 'Meena Joshi',
    ownerEmail,
    ownerPhone: '98765 43211',
  } satisfies z.input<typeof createTenantInput>;
}
