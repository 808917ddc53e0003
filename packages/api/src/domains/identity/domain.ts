import type { Domain } from '../domain.ts';

/** Whoever is signed in looks after themselves: no role is asked. */
export const identity = {
  permissions: {},
  events: {
    person: ['signed_in', 'sign_in_failed', 'session_reused', 'renamed', 'password_changed', 'email_changed'],
    membership: ['accepted'],
  },
} as const satisfies Domain;
