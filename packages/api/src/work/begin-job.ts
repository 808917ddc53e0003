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
  { db }: Pick<WorkScope, 'db'>,
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

const TENANTS_AT_ONCE = 500;

/** This job once more in each tenant that is open, by steps that each stand by themselves. */
export async function beginInEach({ db, job }: WorkScope, plan: { queue: string; attempts: number }): Promise<void> {
  const { queue, attempts } = plan;
  const [row] = await db.run(sql`select jobs.add_each(${job.kind}, ${queue}, '{"each": true}', ${attempts}::int,
    ${job.payload['after'] ?? null}::uuid, ${TENANTS_AT_ONCE}) as last`);
  const after = row?.['last'];
  if (typeof after !== 'string') return;
  await db.run(sql`select jobs.add(${job.kind}, ${queue}, null, null, jsonb_build_object('after', ${after}::text), 0,
    ${attempts}::int, null, null, null)`);
}
