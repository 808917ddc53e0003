import { sql } from '@studyspot/db/query';
import type { Job, WorkScope } from './say.ts';

export interface Begun {
  /** One open job of its kind for each. */
  key?: string;
  /** Those of one lane are done one after another. */
  lane?: string;
  dueAt?: Date;
  memberId?: string;
}

/** A job of the same tenant, begun with what is done here. False where one with its key waits already. */
export async function beginJob(
  { db }: WorkScope,
  kind: string,
  job: Job,
  payload: Record<string, unknown>,
  { key, lane, dueAt, memberId }: Begun = {},
): Promise<boolean> {
  const permission = memberId === undefined ? null : job.permission;
  const [row] = await db.run(sql`select jobs.add(${kind}, ${job.queue}, ${key ?? null}, ${lane ?? null},
    ${JSON.stringify(payload)}::jsonb, ${job.priority}::int, ${job.retry.attempts}::int, ${dueAt ?? null}::timestamptz,
    ${memberId ?? null}::uuid, ${permission}) as id`);
  return row?.['id'] !== null;
}
