import { lettersTo } from '@studyspot/db/letters';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { findMember } from '../member-row.ts';
import type { Kind } from '../rules.ts';
import type { memberInput } from '../schema.ts';

/** What became of the letters to a member's account; a tenant reads of those that did not arrive. */
export const listLetters =
  (kind: Kind) =>
  async ({ db }: ReadScope, { id }: z.output<typeof memberInput>) => {
    await findMember(db, kind, id);
    return lettersTo(db, [id]);
  };
