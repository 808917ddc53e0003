import { setTimeout as pause } from 'node:timers/promises';
import { openPostDatabase } from '@studyspot/db/tenancy/post-database';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import type { TestDatabase } from '@studyspot/db/testing/database';
import type { Letter } from '../services.ts';
import type { WorkServices } from '../work/services.ts';
import { type Said, startWorker, type Worker, type WorkerTimes } from '../work/worker.ts';

const silent = { warn: () => undefined };

const nothing = async () => {
  throw new Error('nothing is called outside here');
};
export const noServices: WorkServices = { mail: { send: nothing }, urls: { owner: '', admin: '' }, arm: nothing };

/** What jobs call outside, with these mails instead of a mail server's. */
export function openTestServices({ urls }: Pick<TestDatabase, 'urls'>, mail: WorkServices['mail']) {
  const { arm, close } = openPostDatabase({ url: urls.post });
  return { mail, urls: { owner: 'http://localhost:3000', admin: 'http://localhost:3001' }, arm, close };
}

/** All jobs that wait are done by a worker of that moment; gives the letters that it sent. */
export async function workOff(database: TestDatabase, said: Readonly<Record<string, Said>>): Promise<Letter[]> {
  const letters: Letter[] = [];
  const services = openTestServices(database, { send: async (letter) => void letters.push(letter) });
  const worker = startTestWorker(database, said, {}, services);
  while ((await database.sql`select 1 from jobs where state in ('waiting', 'running')`).length > 0) await pause(10);
  await worker.stop();
  await services.close();
  return letters;
}

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
