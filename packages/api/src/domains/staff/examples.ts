import { randomUUID } from 'node:crypto';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { platformStaffRouter, staffRouter } from './router.ts';

const rights = { added: [], removed: [] };
const person = () => ({ requestKey: randomUUID(), email: 'invited.now@example.test', name: 'Ravi Das' });

const staffExamples: Examples<typeof staffRouter> = {
  list: { who: ['owner', 'manager'], input: () => ({ limit: 50 }) },
  export: { who: ['owner', 'manager'], input: () => ({}) },
  get: { who: ['owner', 'manager'], input: ({ memberId }) => ({ id: memberId }) },
  timeline: { who: ['owner', 'manager'], input: ({ memberId }) => ({ id: memberId }) },
  letters: { who: ['owner', 'manager'], input: ({ memberId }) => ({ id: memberId }) },
  invite: { who: ['owner'], input: () => ({ ...person(), role: 'staff', ...rights }) },
  update: { who: ['owner'], input: ({ memberId }) => ({ id: memberId, version: 1, role: 'manager', ...rights }) },
  remove: { who: ['owner'], input: ({ memberId }) => ({ id: memberId, version: 1 }) },
  sendReset: { who: ['owner', 'manager'], input: ({ memberId }) => ({ id: memberId }) },
  resendInvitation: { who: ['owner'], input: ({ invitedId }) => ({ id: invitedId }) },
};

const platformStaffExamples: Examples<typeof platformStaffRouter> = {
  list: { who: ['super_admin', 'admin', 'support'], input: () => ({ limit: 50 }) },
  export: { who: ['super_admin', 'admin', 'support'], input: () => ({}) },
  get: { who: ['super_admin', 'admin', 'support'], input: ({ memberId }) => ({ id: memberId }) },
  timeline: { who: ['super_admin', 'admin', 'support'], input: ({ memberId }) => ({ id: memberId }) },
  letters: { who: ['super_admin', 'admin', 'support'], input: ({ memberId }) => ({ id: memberId }) },
  invite: {
    who: ['super_admin', 'admin'],
    input: () => ({ ...person(), role: 'support', department: 'sales', ...rights }),
  },
  update: {
    who: ['super_admin', 'admin'],
    input: ({ memberId }) => ({ id: memberId, version: 1, role: 'analyst', department: null, ...rights }),
  },
  remove: { who: ['super_admin'], input: ({ memberId }) => ({ id: memberId, version: 1 }) },
  sendReset: { who: ['super_admin', 'admin'], input: ({ memberId }) => ({ id: memberId }) },
  resendInvitation: { who: ['super_admin', 'admin'], input: ({ invitedId }) => ({ id: invitedId }) },
  activity: { who: ['super_admin', 'admin'], input: ({ memberId }) => ({ id: memberId }) },
};

export const owner = { staff: staffExamples };
export const admin = { platformStaff: platformStaffExamples };

export const work: DomainExamples['work'] = {
  onMemberChanged: ({ a }) => ({ event: { name: 'member.removed', kind: 'membership', id: a.removed.membershipId } }),
  onMailDue: ({ a }) => ({ event: { name: 'member.invited', kind: 'membership', id: a.invited.membershipId } }),
};
