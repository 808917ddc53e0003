import { and, count, eq, getTableColumns, isNull, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { memberships, tenants } from '@studyspot/db/schema/tenants';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { tenantDetail } from './schema.ts';

export type TenantRow = typeof tenants.$inferSelect;
export type TenantDetail = z.input<typeof tenantDetail>;

/** What a status is by now: the gate lets a date bite before anybody has written down that it passed. */
export const statusNow = sql<TenantRow['status']>`case
  when ${tenants.status} = 'trial' and ${tenants.trialEndsAt} <= now() then 'expired'
  when ${tenants.status} = 'active' and ${tenants.subscriptionEndsAt} <= now() then 'expired'
  else ${tenants.status} end`;

/** A subscription outlasts the trial before it. */
export const endsAt = sql<Date | null>`coalesce(${tenants.subscriptionEndsAt}, ${tenants.trialEndsAt})`.mapWith(
  tenants.trialEndsAt,
);

/** The platform's own row is not one of its customers. */
export const isCustomer = eq(tenants.kind, 'library');

export async function detailOf(db: ReadHandle, id: string): Promise<TenantDetail> {
  const present = and(eq(memberships.tenantId, id), isNull(memberships.removedAt));
  const [[row], owners, counted, staff] = await Promise.all([
    db
      .select({ ...getTableColumns(tenants), status: statusNow, endsAt })
      .from(tenants)
      .where(and(eq(tenants.id, id), isCustomer)),
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
  if (!row) throw new AppError('not_found');
  return {
    ...row,
    owners: owners.map(({ acceptedAt, ...owner }) => ({ ...owner, accepted: acceptedAt !== null })),
    libraryCount: counted[0]?.all ?? 0,
    staffCount: staff[0]?.all ?? 0,
  };
}
