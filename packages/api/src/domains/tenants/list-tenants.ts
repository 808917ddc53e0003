import { and, eq, inArray, isNotNull, isNull } from '@studyspot/db/query';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, has, listOf } from '../../procedures/list-of.ts';
import { type listTenantsInput, tenantItem } from './schema.ts';
import { endsAt, isCustomer, statusNow } from './tenant-row.ts';

const fields = columnsOf(tenants, tenantItem, { status: statusNow, endsAt });

export function listTenants({ db }: ReadScope, input: z.output<typeof listTenantsInput>) {
  const { deleted, ...filters } = input.filters;
  return listOf(
    db,
    { ...input, filters },
    {
      table: tenants,
      fields,
      where: and(isCustomer, deleted ? isNotNull(tenants.deletedAt) : isNull(tenants.deletedAt)),
      search: [tenants.name, tenants.slug, tenants.email, tenants.city, tenants.phone],
      filters: {
        city: has(tenants.city),
        // The first half can use an index, the second knows the date.
        status: (status) =>
          and(
            inArray(tenants.status, status === 'expired' ? ['expired', 'trial', 'active'] : [status]),
            eq(statusNow, status),
          ),
      },
      sorts: {
        status: { by: statusNow, type: 'text', nullable: false },
        endsAt: { by: endsAt, type: 'timestamptz', nullable: true },
      },
    },
  );
}
