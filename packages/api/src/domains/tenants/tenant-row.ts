import { and, count, eq, isNull } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { memberships, tenants } from '@studyspot/db/schema/tenants';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { tenantDetail } from './schema.ts';

export type TenantRow = typeof tenants.$inferSelect;
export type TenantDetail = z.input<typeof tenantDetail>;

// The platform's own row is not one of its customers.
export async function findTenant(db: ReadHandle, id: string): Promise<TenantRow> {
  const [row] = await db
    .select()
    .from(tenants)
    .where(and(eq(tenants.id, id), eq(tenants.kind, 'library')));
  if (!row) throw new AppError(3001);
  return row;
}

export async function detailOf(db: ReadHandle, id: string): Promise<TenantDetail> {
  const present = and(eq(memberships.tenantId, id), isNull(memberships.removedAt));
  const [row, owners, counted, staff] = await Promise.all([
    findTenant(db, id),
    db
      .select({
        membershipId: memberships.id,
        name: memberships.name,
        email: memberships.email,
        phone: memberships.phone,
        acceptedAt: memberships.acceptedAt,
      })
      .from(memberships)
      .where(and(present, eq(memberships.role, 'owner')))
      .orderBy(memberships.id),
    db.select({ all: count() }).from(libraries).where(eq(libraries.tenantId, id)),
    db.select({ all: count() }).from(memberships).where(present),
  ]);
  return {
    ...row,
    owners: owners.map(({ acceptedAt, ...owner }) => ({ ...owner, accepted: acceptedAt !== null })),
    libraryCount: counted[0]?.all ?? 0,
    staffCount: staff[0]?.all ?? 0,
  };
}
