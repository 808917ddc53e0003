import type * as z from 'zod/mini';
import type { ChangeScope } from '../../procedures/builder.ts';
import type { updateLibraryInput } from './schema.ts';
import { writeLibrary } from './write-library.ts';

export async function updateLibrary(scope: ChangeScope, input: z.output<typeof updateLibraryInput>) {
  const { id, version, position, ...details } = input;
  return await writeLibrary(scope, id, version, 'library.updated', {
    ...details,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
  });
}
