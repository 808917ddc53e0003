import { and, eq, sql } from '@studyspot/db/query';
import { tenants } from '@studyspot/db/schema/tenants';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { detailOf, findTenant, type TenantDetail, type TenantRow } from './tenant-row.ts';

type Values = Partial<typeof tenants.$inferInsert>;

/** One change of a tenant's row: it must exist, be as it was read, and fit; both trails are told. */
export async function writeTenant(
  { db }: ChangeScope,
  { id, version }: { id: string; version: number },
  event: string,
  decide: (before: TenantRow) => Values,
): Promise<TenantDetail> {
  const before = await findTenant(db, id);
  if (before.version !== version) throw new AppError('changed_meanwhile');
  const [after] = await db
    .update(tenants)
    .set({ ...decide(before), version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(tenants.id, id), eq(tenants.version, version)))
    .returning();
  // someone was faster between the two statements
  if (!after) throw new AppError('changed_meanwhile');
  const entry = { name: event, subject: { kind: 'tenant', id }, before, after };
  db.record(entry);
  await db.asTenant(id, async (theirs) => theirs.record(entry));
  return await detailOf(db, id);
}

export function mustBePresent(tenant: TenantRow): void {
  if (tenant.deletedAt) throw new AppError('deleted');
}
