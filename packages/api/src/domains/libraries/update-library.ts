import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { toLibrary, toValues } from './library-row.ts';
import type { updateLibraryInput } from './schema.ts';

export async function updateLibrary({ db }: ChangeScope, input: z.output<typeof updateLibraryInput>) {
  const { id, version, ...details } = input;
  return toLibrary((await writeVersioned(db, libraries, { id, version }, 'library.updated', toValues(details))).row);
}
