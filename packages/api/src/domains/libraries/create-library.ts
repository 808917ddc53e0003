import { count } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { toLibrary } from './library-row.ts';
import { mayAddLibrary } from './rules.ts';
import type { createLibraryInput } from './schema.ts';

export async function createLibrary(
  { db, actor }: ChangeScope,
  { requestKey: _, position, ...input }: z.output<typeof createLibraryInput>,
) {
  await db.lock('libraries.limit');
  const [counted] = await db.select({ all: count() }).from(libraries);
  if (!mayAddLibrary(counted?.all ?? 0, actor.limits.libraries)) {
    throw new AppError('limit_exceeded', { details: { limit: actor.limits.libraries } });
  }
  const values = { ...input, latitude: position?.latitude ?? null, longitude: position?.longitude ?? null };
  const [row] = await db.insert(libraries).values(values).returning();
  if (!row) throw new AppError('database');
  db.record({
    name: 'library.created',
    subject: { kind: 'library', id: row.id },
    libraryId: row.id,
    after: row,
  });
  return toLibrary(row);
}
