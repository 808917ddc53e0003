import { libraries } from '@studyspot/db/schema/libraries';
import { toPosition } from '../../procedures/position.ts';
import { finds } from '../../procedures/write.ts';

export const getLibrary = finds(libraries, toPosition);
