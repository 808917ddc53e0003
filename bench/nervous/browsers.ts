import { setTimeout as pause } from 'node:timers/promises';
import { type Change, change, Ears, judge, PER_SESSION } from '@studyspot/api/soaks/ears';
import { addTenant } from '@studyspot/api/soaks/neighbours';
import { withTestDatabase } from '@studyspot/db/testing/database';
import { percentile } from '../foundation/measure.ts';
import { known, portalOf, workersOf } from './ground.ts';

const STREAMS = 500;
const BETWEEN_MS = 100;

export interface InBrowsers {
  streams: number;
  changes: number;
  p50: number;
  p95: number;
  most: number;
  lost: number;
  foreign: number;
}

/**
 * From a change that is sent (its commit comes some milliseconds later) to each browser that shows it: 500 streams over
 * HTTP on one portal, its tenants changing something ten times a second.
 */
export async function inBrowsers({ quick }: { quick: boolean }): Promise<InBrowsers> {
  const test = await withTestDatabase();
  const sessions: { cookie: string; tenant: string }[] = [];
  for (let n = 0; n < STREAMS / PER_SESSION; n++) sessions.push(await addTenant(test, n));
  const workers = await workersOf(test, 'ours');
  await known(test);
  const portal = await portalOf(test, 'owner');
  const listeners = sessions.flatMap((session) => Array.from({ length: PER_SESSION }, () => session));
  const ears = new Ears({ url: portal.said, listeners });
  try {
    await ears.until('open', STREAMS, 60_000);
    const made: Change[] = [];
    const changes = quick ? 60 : 600;
    for (let n = 0; n < changes; n++) {
      const { cookie, tenant } = sessions[(n * 7) % sessions.length] ?? { cookie: '', tenant: '' };
      made.push(await change(portal.said, cookie, tenant));
      await pause(Math.random() * 2 * BETWEEN_MS);
    }
    await ears.until('item', changes * PER_SESSION, 10_000);
    const { times, lost, foreign } = judge(ears.heard, made, listeners);
    return {
      streams: ears.counts.open,
      changes,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      most: times.at(-1) ?? Number.POSITIVE_INFINITY,
      lost,
      foreign,
    };
  } finally {
    await ears.leave();
    await portal.end();
    await workers.end();
    await test.drop();
  }
}
