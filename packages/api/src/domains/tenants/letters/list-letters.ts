import { lettersTo } from '@studyspot/db/letters';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import type { tenantInput } from '../schema.ts';
import { detailOf } from '../tenant-row.ts';

/** What became of the letters to its owners. */
export async function listLetters({ db }: ReadScope, { id }: z.output<typeof tenantInput>) {
  const { owners } = await detailOf(db, id);
  const ids = owners.map(({ membershipId }) => membershipId);
  return lettersTo(db, ids, id);
}
