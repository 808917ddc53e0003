import { setTimeout as pause } from 'node:timers/promises';
import { Lost, Refused, Unavailable } from '@studyspot/db/tenancy/faults';
import type { WorkDatabase } from '@studyspot/db/tenancy/work-database';
import { isPermission, rolesWith } from '../permissions/table.ts';
import { type Relayed, tellNews } from './news-out.ts';
import { capOf, QUEUES, type Queue } from './queues.ts';
import { withJitter } from './retry.ts';
import { type Doing, GiveUp, type Job, type Schedule, type Subscriber } from './say.ts';
import type { WorkServices } from './services.ts';
import { type LetterFate, openTallies } from './tallies.ts';
import { lastDue } from './times.ts';

export type Said = Subscriber | Job | Schedule;

export interface WorkerLog {
  warn(facts: Record<string, unknown>, what: string): void;
}

export interface WorkerParts {
  database: WorkDatabase;
  /** By the name of their kind. */
  said: Readonly<Record<string, Said>>;
  log: WorkerLog;
  services: WorkServices;
  times?: Partial<WorkerTimes>;
  now?: () => Date;
  random?: () => number;
}

export interface WorkerTimes {
  /** Between two looks for events, and for jobs that others made. */
  relayMs: number;
  claimMs: number;
  upkeepMs: number;
  scheduleMs: number;
  leaseMs: number;
  /** How long a stop waits for what is being done. */
  stopMs: number;
}

export interface WorkerFigures {
  running: number;
  relayed: number;
  done: number;
  failed: number;
  lateMs: number;
  relayedAt: Date | null;
  /** How many letters came to which end. */
  letters: ReadonlyMap<LetterFate, number>;
}

export interface Worker {
  figures(): WorkerFigures;
  /** Settled once what happens from now on is heard of. */
  hears: Promise<void>;
  /** Begins nothing more, waits for what is being done, and gives the rest back to others by its lease. */
  stop(): Promise<void>;
}

const usualTimes: WorkerTimes = {
  relayMs: 200,
  claimMs: 1_000,
  upkeepMs: 2_000,
  scheduleMs: 5_000,
  leaseMs: 30_000,
  stopMs: 8_000,
};
const EVENTS_AT_ONCE = 500;
const BUSY_LOOKS = 40;
// One tenant's at a time, so that turns are short.
const JOBS_OF_ONE = 4;
const PUT_BACK_SECONDS = 30;
const REPORT_MS = 5_000;

interface Batch extends Relayed {
  jobs: number;
  more: boolean;
  lateMs: number;
}

interface Claimed {
  tenant: string;
  job: string;
  attempt: number;
  attempts: number;
  kind: string;
  permission: string | null;
  startedAt: number;
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Relays events, does jobs, keeps them alive, begins what is due: any number of these may run side by side. */
export function startWorker(parts: WorkerParts): Worker {
  const { database, said, log, now = () => new Date(), random = Math.random } = parts;
  const tallies = openTallies();
  const services = tallies.counted(parts.services);
  const times = { ...usualTimes, ...parts.times };
  const stopping = new AbortController();
  /** All that is claimed: kept alive. */
  const running = new Map<string, Claimed>();
  const held = Object.fromEntries(
    Object.keys(QUEUES).map((queue) => [queue, { waiting: [], places: new Set() }]),
  ) as unknown as Record<Queue, { waiting: [string, Claimed][]; places: Set<string> }>;
  const wakers = new Map<Queue, () => void>();
  const after = new Map<Queue, string | null>();
  const figures: Pick<WorkerFigures, 'relayed' | 'lateMs' | 'relayedAt'> = { relayed: 0, lateMs: 0, relayedAt: null };
  const wait = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const { promise: hears, resolve: heard } = Promise.withResolvers<void>();
  let isSubscribed = false;
  let quiet = BUSY_LOOKS;
  const queuesUsed = new Set(Object.values(said).map(({ queue }) => queue));

  /** Each goes on until the stop, however often it fails. */
  async function loop(what: string, turn: () => Promise<number>): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const rest = await turn();
        failures = 0;
        if (rest > 0) await wait(rest);
      } catch (error) {
        failures += 1;
        if (failures === 1 || failures % 20 === 0)
          log.warn({ err: error, failures }, `${what} failed, and is tried again`);
        await wait(Math.min(5_000, 100 * 2 ** Math.min(failures, 6)));
      }
    }
  }

  async function subscribe(): Promise<void> {
    const told = Object.entries(said).flatMap(([kind, one]) =>
      one.says === 'subscriber'
        ? [{ kind, events: one.events, queue: one.queue, ordered: one.ordered, attempts: one.retry.attempts }]
        : [],
    );
    await database.ask('select jobs.subscribe($1::jsonb)', [JSON.stringify(told)]);
  }

  async function relay(): Promise<number> {
    if (!isSubscribed) await subscribe();
    isSubscribed = true;
    heard();
    const [row] = await database.ask('select jobs.relay_batch($1) as batch', [EVENTS_AT_ONCE]);
    const batch = row?.['batch'] as Batch | null | undefined;
    figures.relayedAt = now();
    // Where something has just happened, more is likely to.
    quiet = batch ? 0 : quiet + 1;
    const rest = quiet < BUSY_LOOKS ? times.relayMs / 4 : times.relayMs;
    if (!batch) return rest;
    figures.relayed += batch.news.length;
    if (batch.news.length > 0) figures.lateMs = batch.lateMs;
    if (batch.jobs > 0) for (const wake of wakers.values()) wake();
    await tellNews(database, batch);
    return batch.more ? 0 : rest;
  }

  const end = (name: 'fail' | 'put_back', { tenant, job, attempt }: Claimed, values: readonly unknown[]) =>
    database.ask(
      name === 'fail'
        ? 'select jobs.fail($1::uuid,$2::int,$3::text,make_interval(secs => $4::float8)) as dead'
        : 'select jobs.put_back($1::uuid,$2::int,make_interval(secs => $3::float8))',
      [job, attempt, ...values],
      tenant,
    );

  async function settle(claimed: Claimed, doing: Doing, error: unknown): Promise<void> {
    if (error instanceof Lost) {
      log.warn({ kind: claimed.kind, job: claimed.job, err: error }, 'a job was lost to another attempt');
      return;
    }
    // Nothing was tried: its tenant is closed for now.
    if (error instanceof Refused && error.code === 'S4004') {
      await end('put_back', claimed, [PUT_BACK_SECONDS]);
      return;
    }
    const words = error instanceof Refused ? 'whoever began it may no longer do this' : wordsOf(error);
    const isOver = error instanceof GiveUp || error instanceof Refused;
    const again = isOver ? null : withJitter(doing.retry.afterSeconds(claimed.attempt), random);
    const [row] = await end('fail', claimed, [words, again]);
    tallies.jobEnded(claimed.kind, words);
    log.warn(
      { kind: claimed.kind, job: claimed.job, attempt: claimed.attempt, dead: row?.['dead'], err: error },
      'a job failed',
    );
  }

  async function perform(claimed: Claimed): Promise<void> {
    const doing = said[claimed.kind];
    // A newer worker made it, while a deployment goes from one to the next.
    if (!doing) {
      await end('put_back', claimed, [PUT_BACK_SECONDS]);
      return;
    }
    const roles = claimed.permission !== null && isPermission(claimed.permission) ? rolesWith(claimed.permission) : [];
    const work = { tenant: claimed.tenant, job: claimed.job, attempt: claimed.attempt, roles };
    const trying = { attempt: claimed.attempt, isLast: claimed.attempt >= claimed.attempts, services };
    try {
      const note = await doing.perform((verb, goesOn) => database.work(work, verb, goesOn), trying);
      tallies.jobEnded(claimed.kind, null, note);
    } catch (error) {
      // Where the database is away, or its answer was lost, the lease tells the next one.
      if (error instanceof Unavailable && (error.why === 'connection' || error.outcome === 'unknown')) return;
      await settle(claimed, doing, error).catch((failure: unknown) => {
        log.warn({ kind: claimed.kind, job: claimed.job, err: failure }, 'the end of a job could not be written');
      });
    }
  }

  /** As many side by side as there are places; a place that is free takes the next that was claimed. */
  function begin(queue: Queue): void {
    const { waiting, places } = held[queue];
    while (places.size < QUEUES[queue]) {
      const next = waiting.shift();
      if (!next) break;
      const [name, claimed] = next;
      places.add(name);
      void perform(claimed).finally(() => {
        running.delete(name);
        places.delete(name);
        begin(queue);
        // Half of them at once: a claim for each place would cost more than the jobs.
        if (waiting.length <= QUEUES[queue] / 2) wakers.get(queue)?.();
      });
    }
  }

  async function claim(queue: Queue): Promise<number> {
    const { waiting, places } = held[queue];
    const free = 2 * QUEUES[queue] - waiting.length - places.size;
    const woken = new Promise<void>((done) => wakers.set(queue, done));
    if (free > 0) {
      const rows = await database.ask(
        `select tenant, job, attempt, attempts, kind, permission from
           jobs.claim($1,$2::int,$3::int,$4::int,$5::uuid,make_interval(secs => $6::float8))`,
        [queue, free, JOBS_OF_ONE, capOf(queue), after.get(queue) ?? null, times.leaseMs / 1000],
      );
      for (const row of rows) {
        const claimed = { ...(row as unknown as Omit<Claimed, 'startedAt'>), startedAt: performance.now() };
        const name = `${claimed.job} ${claimed.attempt}`;
        running.set(name, claimed);
        waiting.push([name, claimed]);
        after.set(queue, claimed.tenant);
      }
      begin(queue);
    }
    await Promise.race([woken, wait(times.claimMs)]);
    return 0;
  }

  async function renew(): Promise<number> {
    const young = [...running.values()].filter(
      ({ kind, startedAt }) => performance.now() - startedAt < (said[kind]?.mostSeconds ?? 300) * 1000,
    );
    if (young.length > 0) {
      const list = (values: readonly unknown[]) => `{${values.join(',')}}`;
      await database.ask('select jobs.renew($1::uuid[],$2::uuid[],$3::int[],make_interval(secs => $4::float8)) as id', [
        list(young.map(({ tenant }) => tenant)),
        list(young.map(({ job }) => job)),
        list(young.map(({ attempt }) => attempt)),
        times.leaseMs / 1000,
      ]);
    }
    return times.leaseMs / 3;
  }

  async function upkeep(): Promise<number> {
    const [row] = await database.ask('select jobs.upkeep() as woke', []);
    const woke = row?.['woke'] as { due: number; lapsed: number } | undefined;
    if (woke && woke.due + woke.lapsed > 0) for (const wake of wakers.values()) wake();
    return times.upkeepMs;
  }

  async function beginDue(): Promise<number> {
    for (const [kind, one] of Object.entries(said)) {
      if (one.says !== 'schedule') continue;
      const slot = lastDue(one, now());
      await database.ask(
        `select jobs.add($1,$2,$3,null,'{}'::jsonb,0,$4::int,null,null,null) from jobs.tick($1,$5::timestamptz) t where t`,
        [kind, one.queue, slot.toISOString(), one.retry.attempts, slot],
      );
    }
    return times.scheduleMs;
  }

  async function report(): Promise<number> {
    await database.ask('select jobs.report($1::jsonb)', [JSON.stringify(tallies.take())]);
    await database.ask('select jobs.tell_mark()', []);
    return REPORT_MS;
  }

  const loops = [
    loop('relay', relay),
    loop('upkeep', upkeep),
    loop('renewal', renew),
    loop('schedule', beginDue),
    loop('report', report),
    ...[...queuesUsed].map((queue) => loop(`claims of ${queue}`, () => claim(queue))),
  ];

  return {
    figures: () => ({ ...figures, ...tallies.all, letters: tallies.letters, running: running.size }),
    hears,
    async stop() {
      stopping.abort();
      for (const wake of wakers.values()) wake();
      await Promise.all(loops);
      // What was not begun is another's.
      for (const { waiting } of Object.values(held))
        for (const [name, claimed] of waiting.splice(0)) {
          await end('put_back', claimed, [0]).catch(() => undefined);
          running.delete(name);
        }
      const deadline = performance.now() + times.stopMs;
      while (running.size > 0 && performance.now() < deadline) await pause(20);
      await report().catch(() => undefined);
    },
  };
}
