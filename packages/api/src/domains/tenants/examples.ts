import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { tenantsRouter } from './router.ts';
import type { createTenantInput } from './schema.ts';

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

const tenantsExamples: Examples<typeof tenantsRouter> = {
  list: { who: ['super_admin', 'admin', 'support'], input: () => ({ limit: 50 }) },
  export: { who: ['super_admin', 'admin', 'support'], input: () => ({}) },
  create: { who: ['super_admin'], input: () => newTenant('Example Library', 'example.owner@example.test') },
  get: { who: ['super_admin', 'admin', 'support'], input: ({ tenantId }) => ({ id: tenantId }) },
  timeline: { who: ['super_admin', 'admin', 'support'], input: ({ tenantId }) => ({ id: tenantId }) },
  letters: { who: ['super_admin', 'admin', 'support'], input: ({ tenantId }) => ({ id: tenantId }) },
  update: {
    who: ['super_admin', 'admin'],
    input: ({ tenantId }) => {
      const { name, email, phone, city, state } = newTenant('Renamed Library', 'unused@example.test');
      return { id: tenantId, version: 1, name, email, phone, city, state };
    },
  },
  suspend: {
    who: ['super_admin'],
    input: ({ tenantId }) => ({ id: tenantId, version: 1, reason: 'The invoice of October is unpaid' }),
  },
  reactivate: { who: ['super_admin'], input: ({ suspendedId }) => ({ id: suspendedId, version: 1 }) },
  remove: {
    who: ['super_admin'],
    input: ({ tenantId }) => ({ id: tenantId, version: 1, reason: 'Closed for good, says the owner' }),
  },
  restore: { who: ['super_admin'], input: ({ deletedId }) => ({ id: deletedId, version: 1 }) },
  sendWelcome: { who: ['super_admin'], input: ({ tenantId }) => ({ id: tenantId }) },
};

export const admin = { tenants: tenantsExamples };

export const work: DomainExamples['work'] = {
  schedulePlanEnds: () => ({
    payload: { each: true },
    tenant: { status: 'trial', trial_ends_at: new Date(Date.now() + 3 * 86_400_000) },
  }),
  onWelcomed: ({ a }) => ({ event: { name: 'member.welcomed', kind: 'membership', id: a.invited.membershipId } }),
};
