import { sql } from '@studyspot/db/query';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ReadScope } from '../../../procedures/builder.ts';
import { payloadFacts } from './rules.ts';
import type { givenUpDetail, jobInput } from './schema.ts';

type Detail = z.input<typeof givenUpDetail>;
interface Row extends Omit<Detail, 'failures' | 'given' | 'cause'> {
  failures: { at: string; attempt: number; error: string }[];
  payload: Record<string, unknown>;
  eventName: string | null;
  subjectKind: string;
  subjectId: string;
  happenedAt: Date;
}

/** All that is known of one of them: each try, what it was given, and what made it. */
export async function getGivenUp(
  { db }: ReadScope,
  { tenantId: of, id: job }: z.output<typeof jobInput>,
): Promise<Detail> {
  const [found] = await db.run(sql`
    select id, tenant as "tenantId", tenant_name as "tenantName", kind, attempts, error, failures, payload,
        event_name as "eventName", subject_kind as "subjectKind", subject_id as "subjectId",
        happened_at as "happenedAt", created_at as "begunAt", changed_at as at
      from jobs.given_up(null, ${of}::uuid, ${job}::uuid, 1)`);
  if (!found) throw new AppError('not_found');
  const { failures, payload, eventName, subjectKind, subjectId, happenedAt, ...row } = found as unknown as Row;
  return {
    ...row,
    failures: failures.map(({ at, ...failure }) => ({ ...failure, at: new Date(at) })),
    given: payloadFacts(payload),
    cause: eventName === null ? null : { name: eventName, subjectKind, subjectId, at: happenedAt },
  };
}
