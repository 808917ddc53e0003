import { tenants } from '@studyspot/db/schema/tenants';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { detailOf, isCustomer, type TenantDetail, type TenantRow } from './tenant-row.ts';

/** One change of a tenant's row; its own trail hears of it as well as the platform's. */
export async function writeTenant(
  { db }: ChangeScope,
  { id, version }: { id: string; version: number },
  name: string,
  decide: (before: TenantRow) => Partial<TenantRow>,
): Promise<TenantDetail> {
  const at = { id, version, within: isCustomer };
  const { event } = await writeVersioned(db, tenants, at, name, decide);
  await db.asTenant(id, async (theirs) => theirs.record(event));
  return await detailOf(db, id);
}

export function mustBePresent(tenant: TenantRow): void {
  if (tenant.deletedAt) throw new AppError('deleted');
}
