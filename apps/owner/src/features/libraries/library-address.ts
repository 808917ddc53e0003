import { LIBRARY_SORTS, LIBRARY_STATUSES, STANDINGS } from '@studyspot/api/domains/libraries/names';
import { listInput, type QueryOf } from '@studyspot/portal/list/list-query';
import { withPlace } from '@studyspot/portal/position/near';

export const libraryAddress = {
  path: '/libraries',
  filters: { q: null, status: LIBRARY_STATUSES, standing: STANDINGS, city: null, near: null },
  sorts: LIBRARY_SORTS,
} as const;

export const librariesInput = (query: QueryOf<typeof libraryAddress>) => listInput(withPlace(query));

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
