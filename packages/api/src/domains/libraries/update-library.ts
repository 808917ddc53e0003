import { libraries } from '@studyspot/db/schema/libraries';
import { writes } from '../../procedures/write.ts';
import { toLibrary, toValues } from './library-row.ts';

export const updateLibrary = writes(libraries, 'library.updated', toLibrary, toValues);
