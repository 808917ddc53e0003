import { sql } from '@studyspot/db/query';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { findRow } from '../../../procedures/write.ts';
import { isCustomer } from '../../tenants/tenant-row.ts';
import type { pauseInput } from './schema.ts';

/** A queue, a tenant's jobs, or its jobs of one queue wait until somebody lets them go on. */
export async function pauseJobs({ db, actor }: ChangeScope, { queue, tenantId, reason }: z.output<typeof pauseInput>) {
  if (tenantId !== null) await findRow(db, tenants, { id: tenantId, within: isCustomer });
  await db.run(sql`select jobs.pause(${queue}, ${tenantId}::uuid, ${reason}, ${actor.name})`);
  const subject = { kind: 'job', id: queue || (tenantId ?? 'all') };
  db.record({ name: 'job.paused', subject, after: { queue, tenant: tenantId, reason } });
  return { done: true as const };
}
