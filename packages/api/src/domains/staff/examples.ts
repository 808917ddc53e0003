import { randomUUID } from 'node:crypto';
import type { Examples } from '../../testing/example.ts';
import type { platformStaffRouter, staffRouter } from './router.ts';

const rights = { added: [], removed: [] };
const person = () => ({ requestKey: randomUUID(), email: 'invited.now@example.test', name: 'Ravi Das' });

export const staffExamples: Examples<(typeof staffRouter)['_def']['record']> = {
  list: () => ({ limit: 50 }),
  get: ({ memberId }) => ({ id: memberId }),
  invite: () => ({ ...person(), role: 'staff', ...rights }),
  update: ({ memberId }) => ({ id: memberId, version: 1, role: 'manager', ...rights }),
  remove: ({ memberId }) => ({ id: memberId, version: 1 }),
  sendReset: ({ memberId }) => ({ id: memberId }),
  resendInvitation: ({ invitedId }) => ({ id: invitedId }),
};

export const platformStaffExamples: Examples<(typeof platformStaffRouter)['_def']['record']> = {
  list: () => ({ limit: 50 }),
  get: ({ memberId }) => ({ id: memberId }),
  invite: () => ({ ...person(), role: 'support', department: 'sales', ...rights }),
  update: ({ memberId }) => ({ id: memberId, version: 1, role: 'analyst', department: null, ...rights }),
  remove: ({ memberId }) => ({ id: memberId, version: 1 }),
  sendReset: ({ memberId }) => ({ id: memberId }),
  resendInvitation: ({ invitedId }) => ({ id: invitedId }),
  activity: ({ memberId }) => ({ id: memberId }),
};
