import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { rawConnection } from '../raw-connection.ts';

// The numbers have no meaning; every migration takes them.
const clusterLock = 7318291;
const databaseLock = 7318292;

/** Roles and doors belong to the whole cluster, so its databases take turns. Short: nothing waits for a migration here. */
export async function underClusterLock<T>(url: string, run: () => Promise<T>): Promise<T> {
  const keeper = rawConnection(url, { database: 'postgres' });
  try {
    await keeper`select pg_advisory_lock(${clusterLock})`.catch((error: unknown) => {
      // Where the migrator may not enter `postgres`, its own database keeps at least itself apart.
      if (!(error instanceof Error && 'code' in error && ['42501', '3D000'].includes(String(error.code)))) throw error;
    });
    return await run();
  } finally {
    await keeper.end();
  }
}

/** One migration at a time in this database, for as long as this connection lives. */
export async function holdDatabase(sql: Sql, log: (line: string) => void): Promise<void> {
  const [me] = await sql<{ may: boolean }[]>`
    select has_function_privilege('pg_try_advisory_lock(bigint)', 'execute') as may`;
  // Tried again and again: who waits inside a statement holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that.
  for (let tries = 0; !(await tryLock(sql, me?.may !== true)); tries++) {
    if (tries === 0) log('another migration of this database is running: waiting for its end');
    await pause(250);
  }
}

async function tryLock(sql: Sql, isClosed: boolean): Promise<boolean> {
  const [answer] = await sql.begin(async (tx) => {
    // Once a superuser has closed the doors, they leave this function to ss_owner alone.
    if (isClosed) await tx`set local role ss_owner`;
    return tx<{ held: boolean }[]>`select pg_try_advisory_lock(${databaseLock}) as held`;
  });
  return answer?.held === true;
}
