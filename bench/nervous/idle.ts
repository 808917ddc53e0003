import { setTimeout as pause } from 'node:timers/promises';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { usageOf } from '../foundation/measure.ts';
import { type Child, known, openGround, portalOf, workersOf } from './ground.ts';

// An idle server tells what it counted within ten seconds.
const SETTLED_MS = 15_000;

export interface Idle {
  seconds: number;
  worker: { cpu: number; tx: number };
  /** Both together; beyond what the server itself does in such a database that nobody has entered. */
  portals: { cpu: number; tx: number };
}

const cpuOf = (children: readonly Child[]) =>
  children.reduce((sum, { process }) => sum + usageOf(process.pid ?? 0).cpuMs, 0);

/** Nobody does anything: a worker and the portals, each on a database of its own so that theirs can be told apart. */
export async function idle(seconds: number): Promise<Idle> {
  const { test: ofWorker } = await openGround(20);
  const { test: ofPortals } = await openGround(20);
  const { test: ofNobody } = await openGround(20);
  const workers = await workersOf(ofWorker, 'ours', 1);
  await known(ofWorker);
  const portals = await Promise.all([portalOf(ofPortals, 'owner'), portalOf(ofPortals, 'admin')]);
  await pause(SETTLED_MS);

  // Asked from outside of them all: the question is no transaction of theirs.
  const outside = await withTestDatabase();
  const commits = async ({ name }: TestDatabase) =>
    Number(
      (await outside.sql`select xact_commit + xact_rollback as n from pg_stat_database where datname = ${name}`)[0]?.[
        'n'
      ],
    );
  const look = async () => ({
    at: performance.now(),
    worker: { cpu: cpuOf(workers.all), tx: await commits(ofWorker) },
    portals: { cpu: cpuOf(portals), tx: await commits(ofPortals) },
    nobody: await commits(ofNobody),
  });
  const before = await look();
  await pause(seconds * 1000);
  const after = await look();
  await Promise.all(portals.map((portal) => portal.end()));
  await workers.end();
  for (const test of [outside, ofNobody, ofPortals, ofWorker]) await test.drop();

  const took = (after.at - before.at) / 1000;
  const share = (who: 'worker' | 'portals') => ({
    cpu: (after[who].cpu - before[who].cpu) / 1000 / took,
    tx: (after[who].tx - before[who].tx) / took,
  });
  const portalsShare = share('portals');
  const nobodys = (after.nobody - before.nobody) / took;
  return {
    seconds: took,
    worker: share('worker'),
    portals: { cpu: portalsShare.cpu, tx: Math.max(0, portalsShare.tx - nobodys) },
  };
}
