import type { Examples } from '../../testing/example.ts';
import { newTenant } from '../../testing/inputs.ts';
import type { tenantsRouter } from './router.ts';

export const tenantsExamples: Examples<(typeof tenantsRouter)['_def']['record']> = {
  list: () => ({ limit: 50 }),
  create: () => newTenant('Example Library', 'example.owner@example.test'),
  get: ({ tenantId }) => ({ id: tenantId }),
  update: ({ tenantId }) => {
    const { name, email, phone, city, state } = newTenant('Renamed Library', 'unused@example.test');
    return { id: tenantId, version: 1, name, email, phone, city, state };
  },
  suspend: ({ tenantId }) => ({ id: tenantId, version: 1, reason: 'The invoice of October is unpaid' }),
  reactivate: ({ suspendedId }) => ({ id: suspendedId, version: 1 }),
  remove: ({ tenantId }) => ({ id: tenantId, version: 1 }),
  restore: ({ deletedId }) => ({ id: deletedId, version: 1 }),
  sendWelcome: ({ tenantId }) => ({ id: tenantId }),
};
