import { and, eq, ilike, or } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import { containing } from '../../pattern.ts';
import type { ReadScope } from '../../procedures/builder.ts';
import { countUpTo } from '../../procedures/count-up-to.ts';
import { pageOf } from '../../procedures/page-of.ts';
import type { listLibrariesInput } from './schema.ts';

export async function listLibraries({ db }: ReadScope, input: z.output<typeof listLibrariesInput>) {
  const { q, status, city } = input.filters;
  const text = containing(q);
  const where = and(
    text === undefined
      ? undefined
      : or(ilike(libraries.name, text), ilike(libraries.code, text), ilike(libraries.city, text)),
    status && eq(libraries.status, status),
    city ? ilike(libraries.city, containing(city) ?? '%') : undefined,
  );
  return await pageOf(input, {
    sorts: { name: libraries.name, createdAt: libraries.createdAt },
    id: libraries.id,
    rows: ({ mark, after, orderBy, limit }) =>
      db
        .select({
          id: libraries.id,
          name: libraries.name,
          code: libraries.code,
          city: libraries.city,
          state: libraries.state,
          phone: libraries.phone,
          capacity: libraries.capacity,
          status: libraries.status,
          version: libraries.version,
          createdAt: libraries.createdAt,
          mark,
        })
        .from(libraries)
        .where(and(where, after))
        .orderBy(...orderBy)
        .limit(limit),
    count: countUpTo(db, libraries, where),
  });
}
