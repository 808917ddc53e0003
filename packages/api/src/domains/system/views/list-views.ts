import { eq } from '@studyspot/db/query';
import { views } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import type { viewsInput } from './schema.ts';

/** Views are of a person: nobody is asked for, and nobody gets, those of another. */
export const keyOf = ({ userId }: { userId: string }, list: string) => `${list}.${userId}`;

export async function listViews({ db, actor }: ReadScope, { list }: z.output<typeof viewsInput>) {
  const person = await actor();
  const [row] = await db
    .select()
    .from(views)
    .where(eq(views.key, keyOf(person, list)));
  return row ?? { saved: [], version: 0 };
}
