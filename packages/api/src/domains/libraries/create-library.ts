import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { toColumns } from '../../procedures/position.ts';
import { insertRow } from '../../procedures/write.ts';
import { shownLibrary } from './library-row.ts';
import { freeCode, mayAddLibrary } from './rules.ts';
import type { createLibraryInput } from './schema.ts';

export async function createLibrary({ db, actor }: ChangeScope, input: z.output<typeof createLibraryInput>) {
  const { requestKey: _, code, ...details } = input;
  const limit = actor.limits.libraries;
  await db.lock('libraries.limit');
  const others = await db.select({ code: libraries.code }).from(libraries);
  if (!mayAddLibrary(others.length, limit)) throw new AppError('limit_exceeded', { details: { limit } });
  const values = { ...toColumns(details), code: code || freeCode(details, new Set(others.map((one) => one.code))) };
  return shownLibrary((await insertRow(db, libraries, values, 'library.created')).row);
}
