import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { toLibrary } from './library-row.ts';
import type { setLibraryStatusInput } from './schema.ts';

export async function setLibraryStatus({ db }: ChangeScope, { status, ...at }: z.output<typeof setLibraryStatusInput>) {
  return toLibrary((await writeVersioned(db, libraries, at, 'library.status_changed', { status })).row);
}
