import { inArray } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { featureFlags } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { findTenant } from '../tenants/tenant-row.ts';
import { allFlags } from './flags-row.ts';
import type { allFlagsInput } from './schema.ts';

/** For everyone, or as one tenant has them. */
export async function listFlags({ db }: ReadScope, { tenantId }: z.output<typeof allFlagsInput>) {
  const wanted = tenantId === undefined ? [PLATFORM_ID] : [PLATFORM_ID, tenantId];
  const [rows] = await Promise.all([
    db.select().from(featureFlags).where(inArray(featureFlags.tenantId, wanted)),
    tenantId === undefined ? null : findTenant(db, tenantId),
  ]);
  const everyone = rows.filter((row) => row.tenantId === PLATFORM_ID);
  return allFlags(everyone, tenantId === undefined ? undefined : rows.filter((row) => row.tenantId === tenantId));
}
