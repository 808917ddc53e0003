import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { featureFlags } from '@studyspot/db/schema/system';
import type { ReadScope } from '../../../procedures/builder.ts';
import { allFlags } from './flags-row.ts';

/** What holds here. The platform's rows come through a declared door. */
export async function myFlags({ db }: ReadScope) {
  const rows = await db.select().from(featureFlags);
  const everyone = rows.filter((row) => row.tenantId === PLATFORM_ID);
  const own = rows.filter((row) => row.tenantId !== PLATFORM_ID);
  return allFlags(everyone, own).map(({ key, enabled }) => ({ key, enabled }));
}
