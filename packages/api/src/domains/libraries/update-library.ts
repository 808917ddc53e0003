import { libraries } from '@studyspot/db/schema/libraries';
import { toColumns, toPosition } from '../../procedures/position.ts';
import { writes } from '../../procedures/write.ts';

export const updateLibrary = writes(libraries, 'library.updated', toPosition, toColumns);
