import { eq, type PgColumn, type PgTable, type SQL } from '@studyspot/db/query';
import { tenants } from '@studyspot/db/schema/tenants';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { findRow, writeVersioned } from './write.ts';

type OfTenant = PgTable & { tenantId: PgColumn };
type Written = Parameters<typeof writeVersioned>;

/** For the platform, which sees the rows of all: the tenant that each is of. */
export const itsTenant = (table: OfTenant): SQL => eq(tenants.id, table.tenantId);

/** The platform writes on a tenant's row: as `writeVersioned`, told to the trail of both. */
export async function writeTheirs<T extends OfTenant & Written[1] & { id: PgColumn }>(
  db: ChangeHandle,
  table: T,
  at: { id: string; version: number },
  name: string,
  decide: Parameters<typeof writeVersioned<T>>[4],
): Promise<void> {
  const { tenantId } = (await findRow(db, table, { id: at.id })) as { tenantId: string };
  const { event } = await db.asTenant(tenantId, (theirs) => writeVersioned(theirs, table, at, name, decide));
  // In its own trail nothing is of a library.
  db.record({ ...event, libraryId: null });
}
