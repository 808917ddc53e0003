import { eq } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { featureFlags } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { findRow, putVersioned } from '../../../procedures/write.ts';
import { isCustomer } from '../../tenants/tenant-row.ts';
import { flagOf } from './flags-row.ts';
import type { putFlagInput } from './schema.ts';

/** For everyone, or for one tenant, whose own trail hears of it too. */
export async function putFlag({ db }: ChangeScope, input: z.output<typeof putFlagInput>) {
  const { key, enabled, version, tenantId } = input;
  const put = (handle: ChangeHandle, owner: string) =>
    putVersioned(handle, featureFlags, { key, version, within: eq(featureFlags.tenantId, owner) }, 'flag.changed', {
      enabled,
    });
  if (tenantId === undefined) return flagOf(key, (await put(db, PLATFORM_ID)).row, undefined);
  await findRow(db, tenants, { id: tenantId, within: isCustomer });
  const theirs = await db.asTenant(tenantId, (handle) => put(handle, tenantId));
  db.record(theirs.event);
  return flagOf(key, undefined, theirs.row);
}
