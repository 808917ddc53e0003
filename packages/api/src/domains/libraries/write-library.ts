import { and, eq, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { findLibrary, toLibrary } from './library-row.ts';

type Values = Partial<typeof libraries.$inferInsert>;

export async function writeLibrary({ db }: ChangeScope, id: string, version: number, name: string, values: Values) {
  const before = await findLibrary(db, id);
  if (before.version !== version) throw new AppError('changed_meanwhile');
  const [after] = await db
    .update(libraries)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(libraries.id, id), eq(libraries.version, version)))
    .returning();
  // someone was faster between the two statements
  if (!after) throw new AppError('changed_meanwhile');
  db.record({ name, subject: { kind: 'library', id }, libraryId: id, before, after });
  return toLibrary(after);
}
