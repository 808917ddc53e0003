import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { toLibrary } from './library-row.ts';
import type { setLibraryStatusInput } from './schema.ts';

export async function setLibraryStatus({ db }: ChangeScope, input: z.output<typeof setLibraryStatusInput>) {
  const { id, version, status } = input;
  return toLibrary((await writeVersioned(db, libraries, { id, version }, 'library.status_changed', { status })).row);
}
