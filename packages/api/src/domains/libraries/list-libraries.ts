import { and, eq, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, has, listOf } from '../../procedures/list-of.ts';
import { isNear, kilometresTo, nowhere } from './kilometres-to.ts';
import type { STANDINGS } from './names.ts';
import type { Near } from './rules.ts';
import { libraryItem, type listLibrariesInput } from './schema.ts';

type Standing = (typeof STANDINGS)[number];

export const standing = sql<Standing>`case when ${libraries.suspendedAt} is not null then 'suspended' else ${libraries.approval} end`;

const isSaid = sql`(${libraries.approval} <> 'approved' or ${libraries.suspendedAt} is not null)`;

export const filters = {
  city: has(libraries.city),
  // The few of which there is something to say stand in an index of their own.
  standing: (one: Standing) => and(eq(standing, one), one === 'approved' ? undefined : isSaid),
  near: isNear,
};

/** How far each is from where one asks. */
export function ofPlace(near: Near | undefined) {
  const distance = near ? kilometresTo(near) : nowhere;
  return { distance, sorts: { distance: { by: distance, type: 'float8', nullable: true } } };
}

export function listLibraries({ db }: ReadScope, input: z.output<typeof listLibrariesInput>) {
  const { distance, sorts } = ofPlace(input.filters.near);
  return listOf(db, input, {
    table: libraries,
    fields: columnsOf(libraries, libraryItem, { standing, distance }),
    search: [libraries.name, libraries.code, libraries.city, libraries.phone],
    filters,
    sorts,
  });
}
