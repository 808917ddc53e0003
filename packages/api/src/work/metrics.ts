import type { WorkDatabase } from '@studyspot/db/tenancy/work-database';
import type { QueryTimes } from '../metrics/measures.ts';
import { queriesText, type Sample, valuesText } from '../metrics/text.ts';
import type { Worker } from './worker.ts';

/** What all workers share, as the database has it. */
interface Overview {
  tenants: number;
  unrelayed: { count: number; since: string | null };
  queues: { queue: string; state: string; count: number; since: string }[];
}

// However often somebody measures.
const KNOWN_MS = 5_000;

/** Nothing of it while the database is away: old figures would look well. */
function openOverview(database: WorkDatabase) {
  let known: { at: number; told: Promise<Overview | null> } | null = null;
  return function overview(): Promise<Overview | null> {
    if (known && performance.now() - known.at < KNOWN_MS) return known.told;
    const told = database.ask('select jobs.overview() as told, jobs.active_tenants() as tenants', []).then(
      ([row]) => ({ ...(row?.['told'] as Overview), tenants: Number(row?.['tenants']) }),
      () => null,
    );
    known = { at: performance.now(), told };
    return told;
  };
}

function sharedText({ unrelayed, queues, tenants }: Overview): string {
  const now = Date.now();
  const age = (since: string | null) => (since === null ? 0 : Math.max(0, (now - Date.parse(since)) / 1000));
  const each = (of: (one: Overview['queues'][number]) => number): Sample[] =>
    queues.map((one) => [{ queue: one.queue, state: one.state }, of(one)]);
  const waiting = queues.filter(({ state }) => state === 'waiting');
  return [
    valuesText('active_tenants_total', 'gauge', 'Customers on trial or with a plan, none that is stopped.', tenants),
    valuesText('studyspot_relay_waiting_events', 'gauge', 'Events that wait to be passed on.', unrelayed.count),
    valuesText('studyspot_relay_lag_seconds', 'gauge', 'How long the oldest of them waits.', age(unrelayed.since)),
    valuesText(
      'studyspot_queue_jobs',
      'gauge',
      'Jobs by queue and state.',
      each(({ count }) => count),
    ),
    valuesText(
      'studyspot_queue_age_seconds',
      'gauge',
      'How long the oldest that is due waits.',
      waiting.map(({ queue, since }) => [{ queue }, age(since)] as const),
    ),
  ].join('');
}

export interface Measured {
  worker: Pick<Worker, 'figures'>;
  database: WorkDatabase;
  queries: QueryTimes;
}

export function openWorkerMetrics({ worker, database, queries }: Measured): () => Promise<string> {
  const overview = openOverview(database);
  return async function text() {
    const { running, relayed, done, failed, lateMs, relayedAt, letters } = worker.figures();
    const shared = await overview();
    const looked = relayedAt ? (Date.now() - relayedAt.getTime()) / 1000 : -1;
    const pools = Object.entries(database.figures());
    return [
      valuesText('studyspot_worker_jobs_done_total', 'counter', 'Jobs that this worker did.', done),
      valuesText('studyspot_worker_jobs_failed_total', 'counter', 'Attempts that failed.', failed),
      valuesText('studyspot_worker_jobs_running', 'gauge', 'Jobs that it holds.', running),
      valuesText('studyspot_worker_events_relayed_total', 'counter', 'Events that it passed on.', relayed),
      valuesText(
        'studyspot_worker_relay_late_seconds',
        'gauge',
        'From the last event to its passing on.',
        lateMs / 1000,
      ),
      valuesText('studyspot_worker_relay_looked_seconds', 'gauge', 'Since it last looked for events.', looked),
      valuesText(
        'studyspot_letters_total',
        'counter',
        'Tries to send a letter, by what became of it.',
        [...letters].map(([fate, count]) => [{ fate }, count] as const),
      ),
      valuesText(
        'studyspot_pool_slots_used',
        'gauge',
        'Connections on which something runs.',
        pools.map(([pool, { used }]) => [{ pool }, used] as const),
      ),
      valuesText(
        'studyspot_pool_waiting',
        'gauge',
        'Those who wait for one.',
        pools.map(([pool, { waiting }]) => [{ pool }, waiting] as const),
      ),
      queriesText(queries),
      valuesText('process_resident_memory_bytes', 'gauge', 'Memory of the process.', process.memoryUsage.rss()),
      shared === null ? '' : sharedText(shared),
    ].join('');
  };
}
