import { count } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { insertRow } from '../../procedures/write.ts';
import { toLibrary, toValues } from './library-row.ts';
import { mayAddLibrary } from './rules.ts';
import type { createLibraryInput } from './schema.ts';

export async function createLibrary({ db, actor }: ChangeScope, input: z.output<typeof createLibraryInput>) {
  const { requestKey: _, ...details } = input;
  const limit = actor.limits.libraries;
  await db.lock('libraries.limit');
  const [counted] = await db.select({ all: count() }).from(libraries);
  if (!mayAddLibrary(counted?.all ?? 0, limit)) throw new AppError('limit_exceeded', { details: { limit } });
  return toLibrary((await insertRow(db, libraries, toValues(details), 'library.created')).row);
}
