import { libraries } from '@studyspot/db/schema/libraries';
import { toColumns, toPosition } from '../../procedures/position.ts';
import { finds, writes } from '../../procedures/write.ts';

export const getLibrary = finds(libraries, toPosition);
export const updateLibrary = writes(libraries, 'library.updated', toPosition, toColumns);
export const setLibraryStatus = writes(libraries, 'library.status_changed', toPosition);
