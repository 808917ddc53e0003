import { eq } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { library } from './schema.ts';

export type LibraryRow = typeof libraries.$inferSelect;

export async function findLibrary(db: ReadHandle, id: string): Promise<LibraryRow> {
  const [row] = await db.select().from(libraries).where(eq(libraries.id, id));
  if (!row) throw new AppError('not_found');
  return row;
}

export function toLibrary(row: LibraryRow): z.input<typeof library> {
  const { latitude, longitude } = row;
  return {
    ...row,
    hours: [...row.hours],
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}
