import { libraries } from '@studyspot/db/schema/libraries';
import { changes } from '../../procedures/write.ts';
import { toLibrary } from './library-row.ts';

export const setLibraryStatus = changes(libraries, 'library.status_changed', toLibrary);
