import { PLATFORM_ID } from '../schema/platform.ts';
import { Change, VerbChangeHandle } from './change-handle.ts';
import { plainRows } from './plain-rows.ts';
import { runVerb } from './run-verb.ts';
import type { ChangeHandle } from './scope.ts';
import { type SlotFigures, Slots } from './slots.ts';
import { type Work, type Worked, workGate } from './work-gate.ts';

export interface WorkDatabaseOptions {
  url: string;
  /** For jobs, and for what the worker asks about them: no job can keep it from renewing the others. */
  slots?: { jobs?: number; own?: number };
  deadlineMs?: number;
  /** Hears how long each took, waiting for a slot included. */
  asked?: (type: 'ask' | 'work', seconds: number) => void;
}

export interface WorkScope {
  db: ChangeHandle;
  job: Worked;
}

export interface WorkDatabase {
  /** One statement under the platform's claim, or a tenant's: a function of the schema `jobs`. */
  ask(text: string, values: readonly unknown[], claim?: string): Promise<Record<string, unknown>[]>;
  /** Behind the job's gate, in one transaction: what is done and, unless it goes on, the end of the job. */
  work<T>(work: Work, verb: (scope: WorkScope) => Promise<T>, goesOn?: 'goes on'): Promise<T>;
  figures(): Readonly<Record<'jobs' | 'own', SlotFigures>>;
  close(): Promise<void>;
}

const noGate = async () => undefined;
const finish = 'select jobs.finish($1::uuid,$2::int)';

/** The worker's database: its login alone may begin and end jobs. */
export function openWorkDatabase(options: WorkDatabaseOptions): WorkDatabase {
  const { url, slots = {}, deadlineMs = 25_000, asked = () => undefined } = options;
  const forJobs = new Slots(url, slots.jobs ?? 16);
  const forItself = new Slots(url, slots.own ?? 4);
  const timed = async <T>(type: 'ask' | 'work', work: Promise<T>): Promise<T> => {
    const started = performance.now();
    return work.finally(() => asked(type, (performance.now() - started) / 1000));
  };
  return {
    async ask(text, values, claim = PLATFORM_ID) {
      const way = { claim, key: text, enter: noGate };
      const asking = runVerb(forItself, way, { deadlineMs }, 'change', (door) => ({
        result: door.objects(text, values).then(plainRows),
      }));
      const { result } = await timed('ask', asking);
      return result;
    },
    async work(work, verb, goesOn) {
      const way = { claim: work.tenant, key: work.job, enter: workGate(work) };
      const working = runVerb(forJobs, way, { deadlineMs }, 'change', (door, gate, transaction) => {
        const run = async () => {
          const job = await gate;
          const entry = { login: 'system' as const, tenant: work.tenant };
          const change = new Change(transaction, entry, { userId: job.userId, name: null });
          return await verb({ db: new VerbChangeHandle(door, change), job });
        };
        const ending = () => {
          // Refused where the job is no longer held, and with it all that was done: the commit tells.
          if (!goesOn) void transaction.rows(finish, [work.job, String(work.attempt)]);
        };
        return { result: run(), ending };
      });
      const { result } = await timed('work', working);
      return result;
    },
    figures: () => ({ jobs: forJobs.figures(), own: forItself.figures() }),
    async close() {
      await Promise.all([forJobs.close(), forItself.close()]);
    },
  };
}
