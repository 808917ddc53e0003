import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import type { TestDatabase } from '@studyspot/db/testing/database';
import { type Said, startWorker, type Worker, type WorkerTimes } from '../work/worker.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A worker in this process, ended by `stop`. */
export function startTestWorker(
  { urls }: Pick<TestDatabase, 'urls'>,
  said: Readonly<Record<string, Said>> = {},
  times: Partial<WorkerTimes> = {},
): Worker {
  const database = openWorkDatabase({ url: urls.system });
  const worker = startWorker({ database, said, log: silent, times: { relayMs: 20, claimMs: 50, ...times } });
  return {
    ...worker,
    async stop() {
      await worker.stop();
      await database.close();
    },
  };
}
