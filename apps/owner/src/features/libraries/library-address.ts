import { LIBRARY_SORTS, LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/names';

export const libraryAddress = {
  path: '/libraries',
  filters: { q: null, status: LIBRARY_STATUSES },
  sorts: LIBRARY_SORTS,
} as const;

/** What the first page looks through. */
export const librariesOfToday = { limit: 100 } as const;

/** The one added last. */
export const lastLibrary = { limit: 1, sort: { by: 'createdAt', descending: true } } as const;

/** How the status of one looks and is set, wherever that is. */
export const libraryStatus = {
  words: 'libraries',
  statuses: LIBRARY_STATUSES,
  procedure: 'libraries.setStatus',
  tones: { active: 'success', inactive: 'neutral', under_maintenance: 'warning' },
} as const;
