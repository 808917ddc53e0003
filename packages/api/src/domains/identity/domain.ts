import { PLATFORM_ROLES, TENANT_ROLES } from '../../permissions/roles.ts';
import type { Domain } from '../domain.ts';

const everyone = [...PLATFORM_ROLES, ...TENANT_ROLES];

/** Whoever is signed in looks after themselves: no role is asked. */
export const identity = {
  permissions: {},
  events: {
    person: ['signed_in', 'sign_in_failed', 'session_reused', 'renamed', 'password_changed', 'email_changed'],
    membership: ['accepted'],
  },
  notices: {
    'security.password_changed': { category: 'security', priority: 'high', who: everyone, hasLetter: true },
    'security.email_changed': { category: 'security', priority: 'high', who: everyone, hasLetter: true },
    'security.session_reused': { category: 'security', priority: 'critical', who: everyone },
  },
} as const satisfies Domain;
