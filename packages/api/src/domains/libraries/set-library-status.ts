import { libraries } from '@studyspot/db/schema/libraries';
import { writes } from '../../procedures/write.ts';
import { toLibrary } from './library-row.ts';

export const setLibraryStatus = writes(libraries, 'library.status_changed', toLibrary);
