import { and, isNotNull, isNull, type SQL, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, listOf } from '../../procedures/list-of.ts';
import { meant, nearlyMeant } from './meant.ts';
import { type listStudentsInput, studentItem } from './schema.ts';
import { mayReadNumbers, seenBy } from './seen-by.ts';

// Of those who are shown alone: joined, the libraries would come before it is known who that is.
const libraryName = sql<string>`(select ${libraries.name} from ${libraries} where ${libraries.id} = ${students.homeId})`;
const fields = columnsOf(students, studentItem, { libraryName });

export async function listStudents({ db, actor: asked }: ReadScope, input: z.output<typeof listStudentsInput>) {
  const { q, removed, ...filters } = input.filters;
  const actor = await asked();
  const read = (found?: SQL) =>
    listOf(
      db,
      { ...input, filters },
      {
        table: students,
        fields,
        where: and(removed ? isNotNull(students.removedAt) : isNull(students.removedAt), found),
        filters: { label: (label) => sql`${students.labels} @> array[${label}]::text[]` },
      },
    );
  let page = await read(q ? meant(db, q, mayReadNumbers(actor)) : undefined);
  // Where nobody is called so, whoever is called nearly so.
  if (q && page.total === 0) page = await read(nearlyMeant(db, q));
  return { ...page, items: page.items.map((row) => seenBy(actor, row)) };
}
