import { sql } from '@studyspot/db/query';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { findRow } from '../../../procedures/write.ts';
import { isCustomer } from '../../tenants/tenant-row.ts';
import type { pausesInput, pausesOfTenant } from './schema.ts';

/** What of a customer's waits because somebody said so. */
export async function pausesOf({ db }: ReadScope, { tenantId: of }: z.output<typeof pausesInput>) {
  const [rows] = await Promise.all([
    db.run(sql`select queue, reason, by_name as by, since from jobs.paused(${of}::uuid)`),
    findRow(db, tenants, { id: of, within: isCustomer }),
  ]);
  return rows as z.input<typeof pausesOfTenant>;
}
