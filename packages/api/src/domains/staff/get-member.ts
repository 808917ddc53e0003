import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { findMember, toMember } from './member-row.ts';
import type { Kind } from './rules.ts';
import type { memberInput } from './schema.ts';

export const getMember =
  (kind: Kind) =>
  async ({ db, actor }: ReadScope, { id }: z.output<typeof memberInput>) => {
    const row = await findMember(db, kind, id);
    return toMember(row, await actor());
  };
