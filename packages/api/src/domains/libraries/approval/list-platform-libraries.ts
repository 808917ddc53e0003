import { isNull } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { columnsOf, listOf } from '../../../procedures/list-of.ts';
import { itsTenant } from '../../../procedures/of-tenant.ts';
import { filters, ofPlace, standing } from '../list-libraries.ts';
import { type listPlatformLibrariesInput, platformLibraryItem } from '../schema.ts';
import { customer } from './get-platform-library.ts';

/** Those of all businesses that are there. */
export function listPlatformLibraries({ db }: ReadScope, input: z.output<typeof listPlatformLibrariesInput>) {
  const { distance, sorts } = ofPlace(input.filters.near);
  return listOf(db, input, {
    table: libraries,
    fields: columnsOf(libraries, platformLibraryItem, { standing, distance, ...customer }),
    joins: [{ table: tenants, on: itsTenant(libraries) }],
    where: isNull(tenants.deletedAt),
    search: [libraries.name, libraries.code, libraries.city, libraries.phone, tenants.name],
    filters,
    sorts,
  });
}
