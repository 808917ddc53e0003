import { randomUUID } from 'node:crypto';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { identityRouter } from './router.ts';

const identityExamples: Examples<typeof identityRouter> = {
  me: { who: 'person', input: () => ({}) },
  choices: { who: 'person', input: () => ({}) },
  support: { who: 'person', input: () => ({}) },
  chooseTenant: { who: 'person', input: ({ homeId }) => ({ tenantId: homeId }) },
  updateProfile: { who: 'person', input: () => ({ name: 'Meena Joshi', phone: '98765 43210', locale: 'hi' }) },
  changePassword: { who: 'person', input: ({ password }) => ({ current: password, next: 'Jaipur-Monsoon-27' }) },
  sessions: { who: 'person', input: () => ({}) },
  endSession: { who: 'person', input: ({ sessionId }) => ({ id: sessionId }) },
  endOtherSessions: { who: 'person', input: () => ({}) },
  sendVerification: { who: 'person', input: () => ({}) },
  requestEmailChange: { who: 'person', input: ({ password }) => ({ email: 'changed@example.test', password }) },
  forgotPassword: { who: 'anyone', input: () => ({ email: 'nobody@example.test' }) },
  tokenFacts: { who: 'anyone', input: ({ tokens }) => ({ token: tokens.reset, purpose: 'reset' }) },
  resetPassword: { who: 'anyone', input: ({ tokens }) => ({ token: tokens.reset, password: 'Jaipur-Monsoon-27' }) },
  verifyEmail: { who: 'anyone', input: ({ tokens }) => ({ token: tokens.verify }) },
  acceptInvitation: {
    who: 'anyone',
    input: ({ tokens }) => ({ token: tokens.invite, name: 'Meena Joshi', password: 'Jaipur-Monsoon-27' }),
  },
  confirmEmailChange: { who: 'anyone', input: ({ tokens }) => ({ token: tokens.email }) },
  passDevice: { who: 'anyone', input: ({ tokens }) => ({ token: tokens.device }) },
};

export const owner = { identity: identityExamples };
export const admin = { identity: identityExamples };

export const work: DomainExamples['work'] = {
  jobLetter: ({ a }) => {
    const id = randomUUID();
    const row = { id, user_id: a.owner.userId, purpose: 'reset', portal: 'owner' };
    return { payload: { letter: id }, under: 'platform', laid: [{ table: 'letters', row }] };
  },
  jobTidy: () => ({ payload: {}, under: 'platform' }),
  onAccountChanged: ({ a }) => ({ event: { name: 'person.password_changed', kind: 'person', id: a.owner.userId } }),
  scheduleTidy: () => ({ under: 'platform' }),
};
