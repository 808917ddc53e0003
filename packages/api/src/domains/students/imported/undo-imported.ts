import { students } from '@studyspot/db/schema/students';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import type { Undoing } from '../../../importing/kind.ts';
import { writeVersioned } from '../../../procedures/write.ts';
import { knownBy } from './judge-imported.ts';

/** Removes whom an import has admitted and puts back what it has changed, where nobody has touched it since. */
export async function undoImported(db: ChangeHandle, rows: readonly Undoing[], now: Date): Promise<string[]> {
  await db.lock('students');
  const known = new Map(
    (
      await knownBy(
        db,
        students.id,
        rows.map(({ targetId }) => targetId),
      )
    ).map((row) => [row.id, row]),
  );
  const undone: string[] = [];
  for (const { id, state, targetId, before, wrote } of rows) {
    const row = known.get(targetId);
    if (row?.version !== wrote) continue;
    if (state === 'made') await writeVersioned(db, students, row, 'student.removed', { removedAt: now });
    else await writeVersioned(db, students, row, 'student.updated', before ?? {});
    undone.push(id);
  }
  return undone;
}
