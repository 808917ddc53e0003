import { LIBRARY_SORTS, LIBRARY_STATUSES, STANDINGS } from '@studyspot/api/domains/libraries/names';
import { listInput, type QueryOf } from '@studyspot/portal/list/list-query';
import { withPlace } from '@studyspot/portal/position/near';

export const libraryAddress = {
  path: '/libraries',
  filters: { q: null, standing: STANDINGS, status: LIBRARY_STATUSES, city: null, near: null },
  sorts: LIBRARY_SORTS,
} as const;

export const librariesInput = (query: QueryOf<typeof libraryAddress>) => listInput(withPlace(query));

/** What the first page asks for: who has waited longest. */
export const waitingLibraries = {
  limit: 10,
  filters: { standing: 'pending' },
  sort: { by: 'createdAt', descending: false },
} as const;
