import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, has, listOf } from '../../procedures/list-of.ts';
import { libraryItem, type listLibrariesInput } from './schema.ts';

const fields = columnsOf(libraries, libraryItem, {});

export const listLibraries = ({ db }: ReadScope, input: z.output<typeof listLibrariesInput>) =>
  listOf(db, input, {
    table: libraries,
    fields,
    search: [libraries.name, libraries.code, libraries.city, libraries.phone],
    filters: { city: has(libraries.city) },
  });
