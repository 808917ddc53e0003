import { rawConnection } from '../../packages/db/src/raw-connection.ts';
import { PLATFORM_ID } from '../../packages/db/src/schema/platform.ts';

const HOUR_MS = 3_600_000;

/** Two jobs that failed as often as they may, for the journey of whoever looks after them: hours of trying are not walked. */
export async function leaveGivenUpJobs(databaseUrl: string): Promise<void> {
  const failures = [1, 2].map((attempt) => ({
    at: new Date(Date.now() - (3 - attempt) * HOUR_MS).toISOString(),
    attempt,
    error: `Error: the disk was full at try ${attempt}`,
  }));
  const sql = rawConnection(databaseUrl);
  try {
    for (const { kind, queue, payload } of [
      { kind: 'jobTidy', queue: 'bulk', payload: {} },
      { kind: 'jobNoticeMail', queue: 'outside', payload: { notice: '00000000-0000-7000-8000-00000000dead' } },
    ])
      await sql`insert into jobs (for_tenant, queue, kind, payload, state, attempt, attempts, error, failures)
        values (${PLATFORM_ID}, ${queue}, ${kind}, ${sql.json(payload)}, 'dead', 2, 2,
          ${failures[1]?.error ?? ''}, ${sql.json(failures)})`;
  } finally {
    await sql.end();
  }
}
