import { sql } from '@studyspot/db/query';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import type { jobInput } from './schema.ts';

/** Once more from its first attempt. Whoever comes second finds it gone. */
export async function replayJob({ db }: ChangeScope, { tenantId, id }: z.output<typeof jobInput>) {
  const [row] = await db.run(sql`select jobs.replay(${tenantId}::uuid, ${id}::uuid) as done`);
  if (row?.['done'] !== true) throw new AppError('not_found');
  db.record({ name: 'job.replayed', subject: { kind: 'job', id }, after: { tenant: tenantId } });
  return { done: true as const };
}
