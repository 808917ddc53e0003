import { EDUCATIONS, SETTABLE_STATUSES, STUDENT_SORTS, STUDENT_STATUSES } from '@studyspot/api/domains/students/names';
import type { QueryOf } from '@studyspot/portal/list/list-query';

export const studentAddress = {
  path: '/students',
  filters: { q: null, status: STUDENT_STATUSES, education: EDUCATIONS, label: null, removed: ['removed'] },
  sorts: STUDENT_SORTS,
} as const;

/** What of the list an address asks for. */
export type StudentFilters = QueryOf<typeof studentAddress>['filters'];

export const labelsPath = `${studentAddress.path}/labels`;

/** Where one may be enrolled. */
export const homes = { limit: 100 } as const;

/** How many there are. */
export const studentsOfToday = { limit: 1 } as const;

/** How the status of one looks, and as what it is set by a tap: who is suspended is told why. */
export const studentStatus = {
  words: 'students',
  statuses: SETTABLE_STATUSES,
  procedure: 'students.setStatus',
  tones: { active: 'success', inactive: 'neutral', suspended: 'danger' },
} as const;
