import { libraries } from '@studyspot/db/schema/libraries';
import { toPosition } from '../../procedures/position.ts';
import { writes } from '../../procedures/write.ts';

export const setLibraryStatus = writes(libraries, 'library.status_changed', toPosition);
