import { randomUUID } from 'node:crypto';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { notificationsRouter } from './router.ts';

const all = ['owner', 'manager', 'staff'] as const;
const evenExpired = true;
const allOfPlatform = ['super_admin', 'admin', 'support', 'analyst'] as const;

const examplesFor = (who: typeof all | typeof allOfPlatform): Examples<typeof notificationsRouter> => ({
  list: { who, evenExpired, input: () => ({ limit: 50 }) },
  count: { who, evenExpired, input: () => ({}) },
  read: { who, evenExpired, input: ({ noticeId }) => ({ ids: [noticeId] }) },
  readAll: { who, evenExpired, input: () => ({}) },
  clear: { who, evenExpired, input: ({ noticeId }) => ({ ids: [noticeId] }) },
  restore: { who, evenExpired, input: ({ noticeId }) => ({ ids: [noticeId] }) },
  choices: { who, evenExpired, input: () => ({}) },
  choose: {
    who,
    evenExpired,
    input: () => ({ muted: ['library.status'], mailed: [], quiet: { from: '22:00', till: '07:00' }, version: 1 }),
  },
});

export const owner = { notifications: examplesFor(all) };
export const admin = { notifications: examplesFor(allOfPlatform) };

export const work: DomainExamples['work'] = {
  jobNoticeMail: ({ a }) => {
    const id = randomUUID();
    const row = {
      ...{ tenant_id: a.id, id, member_id: a.owner.membershipId, kind: 'plan.ends', category: 'subscription' },
      ...{ priority: 'high', subject_kind: 'plan', subject_id: a.id, cause: 'proof' },
    };
    return {
      payload: { notice: id },
      laid: [{ table: 'notifications', row }],
    };
  },
};
