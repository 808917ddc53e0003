import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { findLibrary, toLibrary } from './library-row.ts';
import type { libraryInput } from './schema.ts';

export async function getLibrary({ db }: ReadScope, { id }: z.output<typeof libraryInput>) {
  return toLibrary(await findLibrary(db, id));
}
