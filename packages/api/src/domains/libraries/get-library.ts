import { libraries } from '@studyspot/db/schema/libraries';
import { finds } from '../../procedures/write.ts';
import { toLibrary } from './library-row.ts';

export const getLibrary = finds(libraries, toLibrary);
