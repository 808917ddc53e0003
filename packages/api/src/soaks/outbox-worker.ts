import { setTimeout as pause } from 'node:timers/promises';
import { sql as query } from '@studyspot/db/query';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import * as z from 'zod/mini';
import { noServices } from '../testing/worker.ts';
import { job, subscriber, type WorkScope } from '../work/say.ts';
import { startWorker } from '../work/worker.ts';

// A worker process of the soak: killed at any moment. What it does stumbles now and then, and sometimes stands still for
// longer than its lease.

const [url = '', minutes = '0'] = process.argv.slice(2);
const leaseMs = 1_500;
const offset = Number(minutes) * 60_000;
const systemNow = Date.now;
Date.now = () => systemNow() + offset;

const anyAttempt = { attempts: 100, afterSeconds: () => 0.05 };

async function stumble(): Promise<void> {
  const dice = Math.random();
  if (dice < 0.02) throw new Error('stumbled');
  if (dice < 0.022) await pause(leaseMs * 1.5);
  else if (dice < 0.2) await pause(dice * 20);
}

/** Before and behind the effect: what fails after it must take it along. */
async function effect(scope: WorkScope, kind: string, what: string): Promise<void> {
  await stumble();
  await scope.db.run(query`insert into effects (kind, what) values (${kind}, ${what})`);
  await stumble();
}

const said = {
  onSoaked: subscriber({
    events: ['soak.happened'],
    ordered: true,
    retry: anyAttempt,
    run: (scope, { id }) => effect(scope, 'ordered', id),
  }),
  onCounted: subscriber({
    events: ['soak.happened'],
    retry: anyAttempt,
    run: (scope, { id }) => effect(scope, 'plain', id),
  }),
  jobSoak: job({
    payload: z.object({ n: z.string() }),
    retry: anyAttempt,
    run: (scope, { n }) => effect(scope, 'job', n),
  }),
};

const silent = { warn: () => undefined };
startWorker({
  database: openWorkDatabase({ url }),
  said,
  log: silent,
  services: noServices,
  now: () => new Date(Date.now()),
  times: { leaseMs, upkeepMs: 200, relayMs: 50 },
});
