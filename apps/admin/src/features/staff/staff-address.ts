import { MEMBER_STATES, PLATFORM_ROLES, STAFF_SORTS } from '@studyspot/api/domains/staff/names';

export const staffAddress = {
  path: '/staff',
  filters: { q: null, role: PLATFORM_ROLES, state: MEMBER_STATES },
  sorts: STAFF_SORTS,
} as const;

/** What the first page asks for. */
export const invitedStaff = { limit: 10, filters: { state: 'invited' } } as const;

export const activityAddress = { filters: {}, sorts: ['at'] } as const;

export const activityInput = (id: string, { cursor }: { cursor: string | undefined }) => ({ id, cursor, limit: 20 });
