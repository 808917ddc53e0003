import { sql } from '@studyspot/db/query';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import type { dropJobInput } from './schema.ts';

export async function dropJob({ db }: ChangeScope, { tenantId, id, reason }: z.output<typeof dropJobInput>) {
  const [row] = await db.run(sql`select jobs.drop(${tenantId}::uuid, ${id}::uuid) as done`);
  if (row?.['done'] !== true) throw new AppError('not_found');
  db.record({ name: 'job.dropped', subject: { kind: 'job', id }, after: { tenant: tenantId, reason } });
  return { done: true as const };
}
