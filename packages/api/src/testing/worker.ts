import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import type { TestDatabase } from '@studyspot/db/testing/database';
import type { WorkServices } from '../work/services.ts';
import { type Said, startWorker, type Worker, type WorkerTimes } from '../work/worker.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const nothing = async () => {
  throw new Error('nothing is called outside here');
};
export const noServices: WorkServices = { mail: { send: nothing }, urls: { owner: '', admin: '' }, arm: nothing };

/** A worker in this process, ended by `stop`. */
export function startTestWorker(
  { urls }: Pick<TestDatabase, 'urls'>,
  said: Readonly<Record<string, Said>> = {},
  times: Partial<WorkerTimes> = {},
  services: WorkServices = noServices,
): Worker {
  const database = openWorkDatabase({ url: urls.system });
  const worker = startWorker({ database, said, log: silent, services, times: { relayMs: 20, claimMs: 50, ...times } });
  return {
    ...worker,
    async stop() {
      await worker.stop();
      await database.close();
    },
  };
}
