import { lettersTold } from '@studyspot/db/letters';
import type { ReadScope } from '../../../procedures/builder.ts';

/** What becomes of identity's own letters: the others stand in the trail of their member. */
export async function tellLetters({ db }: ReadScope) {
  const { kinds, lost } = await lettersTold(db);
  return {
    kinds: kinds.map(({ since, ...kind }) => ({ ...kind, since: since === null ? null : new Date(since) })),
    lost: lost.map(({ at, ...letter }) => ({ ...letter, at: new Date(at) })),
  };
}
