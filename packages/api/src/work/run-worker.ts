import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import { openLog } from '../log.ts';
import { openQueryTimes } from '../metrics/measures.ts';
import { readWorkerEnv } from './env.ts';
import { found } from './found.ts';
import { openWorkServices } from './open-services.ts';
import { openPort } from './port.ts';
import { startWorker } from './worker.ts';

/** Behind what a stop waits for: who stops a worker counts on ten seconds. */
const stopWithinMs = 9_800;

/** One worker process, from its settings to its end. */
export async function runWorker(): Promise<void> {
  const env = readWorkerEnv();
  const log = openLog({ level: env.LOG_LEVEL, portal: 'worker' });
  const queries = openQueryTimes();
  const database = openWorkDatabase({
    url: env.DATABASE_URL_SYSTEM,
    asked: (type, seconds) => queries.at(type).add(seconds),
  });
  const services = openWorkServices(env);
  const worker = startWorker({ database, said: found, log, services });
  const port = await openPort(env.WORKER_PORT, { worker, database, queries });
  log.info({ port: env.WORKER_PORT, kinds: Object.keys(found).length }, 'worker is up');

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await worker.stop();
    await Promise.all([database.close(), services.close()]);
    await port.close();
    log.flush();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
