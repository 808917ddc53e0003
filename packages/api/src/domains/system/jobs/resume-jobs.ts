import { sql } from '@studyspot/db/query';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import type { resumeInput } from './schema.ts';

export async function resumeJobs({ db }: ChangeScope, { queue, tenantId }: z.output<typeof resumeInput>) {
  const [row] = await db.run(sql`select jobs.go_on(${queue}, ${tenantId}::uuid) as done`);
  if (row?.['done'] !== true) throw new AppError('not_found');
  const subject = { kind: 'job', id: queue || (tenantId ?? 'all') };
  db.record({ name: 'job.resumed', subject, after: { queue, tenant: tenantId } });
  return { done: true as const };
}
