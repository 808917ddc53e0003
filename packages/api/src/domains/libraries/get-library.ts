import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { findRow } from '../../procedures/write.ts';
import { toLibrary } from './library-row.ts';
import type { libraryInput } from './schema.ts';

export const getLibrary = async ({ db }: ReadScope, input: z.output<typeof libraryInput>) =>
  toLibrary(await findRow(db, libraries, input));
