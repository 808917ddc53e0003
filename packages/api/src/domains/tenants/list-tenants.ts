import { and, eq, ilike, inArray, isNotNull, isNull, or } from '@studyspot/db/query';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import { containing } from '../../pattern.ts';
import type { ReadScope } from '../../procedures/builder.ts';
import { countUpTo } from '../../procedures/count-up-to.ts';
import { pageOf } from '../../procedures/page-of.ts';
import type { listTenantsInput } from './schema.ts';
import { statusNow } from './tenant-row.ts';

export async function listTenants({ db }: ReadScope, input: z.output<typeof listTenantsInput>) {
  const { q, status, plan, city, deleted } = input.filters;
  const text = containing(q);
  const where = and(
    eq(tenants.kind, 'library'),
    deleted ? isNotNull(tenants.deletedAt) : isNull(tenants.deletedAt),
    text === undefined
      ? undefined
      : or(ilike(tenants.name, text), ilike(tenants.slug, text), ilike(tenants.email, text), ilike(tenants.city, text)),
    status && inArray(tenants.status, status === 'expired' ? ['expired', 'trial', 'active'] : [status]),
    status && eq(statusNow, status),
    plan && eq(tenants.plan, plan),
    city ? ilike(tenants.city, containing(city) ?? '%') : undefined,
  );
  return await pageOf(input, {
    sorts: { name: tenants.name, createdAt: tenants.createdAt, status: tenants.status },
    id: tenants.id,
    rows: ({ mark, after, orderBy, limit }) =>
      db
        .select({
          id: tenants.id,
          name: tenants.name,
          slug: tenants.slug,
          email: tenants.email,
          phone: tenants.phone,
          city: tenants.city,
          state: tenants.state,
          status: statusNow,
          plan: tenants.plan,
          version: tenants.version,
          createdAt: tenants.createdAt,
          deletedAt: tenants.deletedAt,
          mark,
        })
        .from(tenants)
        .where(and(where, after))
        .orderBy(...orderBy)
        .limit(limit),
    count: countUpTo(db, tenants, where),
  });
}
