import type { Examples } from '../../testing/example.ts';
import type { identityRouter } from './router.ts';

export const identityExamples: Examples<(typeof identityRouter)['_def']['record']> = {
  me: () => ({}),
  choices: () => ({}),
  chooseTenant: ({ homeId }) => ({ tenantId: homeId }),
  updateProfile: () => ({ name: 'Meena Joshi', phone: '98765 43210', locale: 'hi' }),
  changePassword: ({ password }) => ({ current: password, next: 'Jaipur-Monsoon-27' }),
  sessions: () => ({}),
  endSession: ({ sessionId }) => ({ id: sessionId }),
  endOtherSessions: () => ({}),
  sendVerification: () => ({}),
  requestEmailChange: ({ password }) => ({ email: 'changed@example.test', password }),
  forgotPassword: () => ({ email: 'nobody@example.test' }),
  tokenFacts: ({ tokens }) => ({ token: tokens.reset, purpose: 'reset' }),
  resetPassword: ({ tokens }) => ({ token: tokens.reset, password: 'Jaipur-Monsoon-27' }),
  verifyEmail: ({ tokens }) => ({ token: tokens.verify }),
  acceptInvitation: ({ tokens }) => ({ token: tokens.invite, name: 'Meena Joshi', password: 'Jaipur-Monsoon-27' }),
  confirmEmailChange: ({ tokens }) => ({ token: tokens.email }),
  passDevice: ({ tokens }) => ({ token: tokens.device }),
};
