import { MEMBER_STATES, STAFF_SORTS, TENANT_ROLES } from '@studyspot/api/domains/staff/names';

export const staffAddress = {
  path: '/staff',
  filters: { q: null, role: TENANT_ROLES, state: MEMBER_STATES },
  sorts: STAFF_SORTS,
} as const;

/** What the first page asks for. */
export const invitedStaff = { limit: 20, filters: { state: 'invited' } } as const;
export const activeStaff = { limit: 1, filters: { state: 'active' } } as const;
