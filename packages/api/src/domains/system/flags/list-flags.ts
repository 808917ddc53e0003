import { inArray } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { featureFlags } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { findRow } from '../../../procedures/write.ts';
import { isCustomer } from '../../tenants/tenant-row.ts';
import { allFlags } from './flags-row.ts';
import type { allFlagsInput } from './schema.ts';

/** For everyone, or as one tenant has them. */
export async function listFlags({ db }: ReadScope, { tenantId }: z.output<typeof allFlagsInput>) {
  const wanted = tenantId === undefined ? [PLATFORM_ID] : [PLATFORM_ID, tenantId];
  // Not side by side: a refusal that leaves a query unanswered costs the connection.
  if (tenantId !== undefined) await findRow(db, tenants, { id: tenantId, within: isCustomer });
  const rows = await db.select().from(featureFlags).where(inArray(featureFlags.tenantId, wanted));
  const everyone = rows.filter((row) => row.tenantId === PLATFORM_ID);
  return allFlags(everyone, tenantId === undefined ? undefined : rows.filter((row) => row.tenantId === tenantId));
}
