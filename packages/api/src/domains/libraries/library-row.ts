import { libraries } from '@studyspot/db/schema/libraries';
import { toColumns, toPosition } from '../../procedures/position.ts';
import { finds, writes } from '../../procedures/write.ts';
import { standingOf } from './approval/rules.ts';

export const shownLibrary = (row: typeof libraries.$inferSelect) => ({ ...toPosition(row), standing: standingOf(row) });

export const getLibrary = finds(libraries, shownLibrary);
export const updateLibrary = writes(libraries, 'library.updated', shownLibrary, toColumns);
export const setLibraryStatus = writes(libraries, 'library.status_changed', shownLibrary);
