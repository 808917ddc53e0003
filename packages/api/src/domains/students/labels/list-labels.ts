import { count, eq, isNull, sql } from '@studyspot/db/query';
import { labels } from '@studyspot/db/schema/labels';
import { students } from '@studyspot/db/schema/students';
import type { ReadScope } from '../../../procedures/builder.ts';

/** Those that the business has, and how many students bear each. */
export async function listLabels({ db }: ReadScope) {
  const borne = db
    .select({ name: sql<string>`unnest(${students.labels})`.as('borne') })
    .from(students)
    .where(isNull(students.removedAt))
    .as('borne');
  const counted = db
    .select({ name: borne.name, students: count().as('students') })
    .from(borne)
    .groupBy(borne.name)
    .as('counted');
  const items = await db
    .select({
      ...{ id: labels.id, name: labels.name, version: labels.version },
      students: sql<number>`coalesce(${counted.students}, 0)::int`,
    })
    .from(labels)
    .leftJoin(counted, eq(counted.name, labels.name))
    .where(isNull(labels.removedAt))
    .orderBy(labels.name);
  return { items };
}
