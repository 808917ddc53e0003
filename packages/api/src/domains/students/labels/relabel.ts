import { sql } from '@studyspot/db/query';
import { students } from '@studyspot/db/schema/students';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';

/** Whoever bears a label bears another instead, or none: how many did. Those who were removed are counted among them. */
export async function relabel(db: ChangeHandle, from: string, to: string | null): Promise<number> {
  const after =
    to === null
      ? sql`array_remove(${students.labels}, ${from})`
      : sql`array_replace(${students.labels}, ${from}, ${to})`;
  const rows = await db
    .update(students)
    .set({ labels: after, version: sql`${students.version} + 1`, updatedAt: sql`now()` })
    .where(sql`${students.labels} @> array[${from}]::text[]`)
    .returning({ id: students.id, homeId: students.homeId, labels: students.labels });
  for (const { id, homeId, labels } of rows) {
    const before = to === null ? [...labels, from] : labels.map((one) => (one === to ? from : one));
    db.record({
      ...{ name: 'student.updated', subject: { kind: 'student', id }, libraryId: homeId },
      ...{ before: { labels: before }, after: { labels } },
    });
  }
  return rows.length;
}
