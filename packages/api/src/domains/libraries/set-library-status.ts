import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { setLibraryStatusInput } from './schema.ts';
import { writeLibrary } from './write-library.ts';

export async function setLibraryStatus(scope: ChangeScope, input: z.output<typeof setLibraryStatusInput>) {
  return await writeLibrary(scope, input.id, input.version, 'library.status_changed', { status: input.status });
}
