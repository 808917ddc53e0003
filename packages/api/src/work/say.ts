import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import type { Worked } from '@studyspot/db/tenancy/work-gate';
import * as z from 'zod/mini';
import type { Permission } from '../permissions/table.ts';
import { beginInEach } from './begin-job.ts';
import { type Heard, readHeard } from './heard.ts';
import type { Queue } from './queues.ts';
import { type Retry, usualRetry } from './retry.ts';
import type { WorkServices } from './services.ts';

// How a domain says what the worker does for it: each in one file, which the map finds.

export interface WorkScope {
  /** One transaction, under the tenant's claim: what is done here and the end of the job stand or fall together. */
  db: ChangeHandle;
  job: Worked;
}

/** One transaction behind the job's gate, and the end of the job with it unless it goes on. */
export type Step = <T>(verb: (scope: WorkScope) => Promise<T>, goesOn?: 'goes on') => Promise<T>;

/** The attempt that is being made. */
export interface Trying {
  attempt: number;
  /** When it fails the job is given up. */
  isLast: boolean;
  services: WorkServices;
}

/** What a worker does of one kind. */
export interface Doing {
  queue: Queue;
  retry: Retry;
  /** After this it is no longer kept alive, and another worker may take it. */
  mostSeconds: number;
  /** A text that it gives is kept as what the last one of its kind had to say. */
  perform: (step: Step, trying: Trying) => Promise<unknown>;
}

export interface Subscriber extends Doing {
  says: 'subscriber';
  events: readonly string[];
  ordered: boolean;
}

export interface Job extends Doing {
  says: 'job';
  payload: z.ZodMiniType;
  /** For a job that somebody begins: they must hold it at each step. */
  permission: Permission | null;
  priority: number;
}

export interface Schedule extends Doing {
  says: 'schedule';
  /** Of India's day, such as `09:00`; or every so many minutes. */
  at: `${number}:${number}` | { minutes: number };
}

type Plan = Partial<Pick<Doing, 'queue' | 'retry' | 'mostSeconds'>>;

const planOf = ({ queue = 'plain', retry = usualRetry, mostSeconds = 300 }: Plan) => ({ queue, retry, mostSeconds });

interface SubscriberTold extends Plan {
  events: readonly string[];
  /** What happens to one subject is heard in its order. */
  ordered?: boolean;
  run: (scope: WorkScope, event: Heard) => Promise<unknown>;
}

/** When one of these events is committed, this is done, once. */
export const subscriber = ({ events, ordered = false, run, ...plan }: SubscriberTold): Subscriber => ({
  says: 'subscriber',
  ...planOf(plan),
  events,
  ordered,
  perform: (step) => step(async (scope) => run(scope, await readHeard(scope))),
});

interface JobTold<P> extends Plan {
  payload: z.ZodMiniType<P>;
  permission?: Permission;
  /** The least first. */
  priority?: number;
}

const jobOf = <P>({ payload, permission, priority = 0, ...plan }: JobTold<P>) => ({
  says: 'job' as const,
  ...planOf(plan),
  payload,
  permission: permission ?? null,
  priority,
});

export const job = <P>({
  run,
  ...told
}: JobTold<P> & { run: (scope: WorkScope, payload: P) => Promise<unknown> }): Job => ({
  ...jobOf(told),
  perform: (step) => step((scope) => run(scope, z.parse(told.payload, scope.job.payload))),
});

/** A job that goes on, in one transaction after another, for as long as `run` says that there is more. */
export const jobInSteps = <P>({
  run,
  ...told
}: JobTold<P> & { run: (scope: WorkScope, payload: P) => Promise<boolean> }): Job => ({
  ...jobOf(told),
  perform: async (step) => {
    const next = (scope: WorkScope) => run(scope, z.parse(told.payload, scope.job.payload));
    while (await step(next, 'goes on'));
    await step(async () => undefined);
  },
});

interface Outside<Given, Prepared, Answer> {
  /** What is meant to be called stands before it is; null where there is nothing to call any more. */
  prepare: (scope: WorkScope, given: Given) => Promise<Prepared | null>;
  /** May come twice where a worker ended in the middle: whoever is called must be able to tell. */
  call: (prepared: Prepared, trying: Trying) => Promise<Answer>;
  record: (scope: WorkScope, answer: Answer, prepared: Prepared) => Promise<unknown>;
  /** What whoever waits for it reads, when the last call has failed. */
  gaveUp?: (scope: WorkScope, prepared: Prepared) => Promise<unknown>;
}

/** Between two transactions, never inside one. */
const callOutside =
  <Given, Prepared, Answer>(
    givenOf: (scope: WorkScope) => Given | Promise<Given>,
    { prepare, call, record, gaveUp }: Outside<Given, Prepared, Answer>,
  ): Doing['perform'] =>
  async (step, trying) => {
    const prepared = await step(async (scope) => prepare(scope, await givenOf(scope)), 'goes on');
    if (prepared === null) return step(async () => undefined);
    const answer = await call(prepared, trying).catch(async (error: unknown) => {
      if (gaveUp && (trying.isLast || error instanceof GiveUp))
        await step((scope) => gaveUp(scope, prepared), 'goes on');
      throw error;
    });
    return step((scope) => record(scope, answer, prepared));
  };

/** A job that calls something outside. */
export const outsideJob = <P, Prepared, Answer>({
  prepare,
  call,
  record,
  gaveUp,
  ...told
}: JobTold<P> & Outside<P, Prepared, Answer>): Job => ({
  ...jobOf({ queue: 'outside', ...told }),
  perform: callOutside((scope) => z.parse(told.payload, scope.job.payload), {
    ...{ prepare, call, record },
    ...(gaveUp && { gaveUp }),
  }),
});

/** A subscriber that calls something outside. */
export const outsideSubscriber = <Prepared, Answer>({
  events,
  ordered = false,
  prepare,
  call,
  record,
  gaveUp,
  ...plan
}: Omit<SubscriberTold, 'run'> & Outside<Heard, Prepared, Answer>): Subscriber => ({
  says: 'subscriber',
  ...planOf({ queue: 'outside', ...plan }),
  events,
  ordered,
  perform: callOutside(readHeard, { ...{ prepare, call, record }, ...(gaveUp && { gaveUp }) }),
});

interface ScheduleTold extends Plan {
  at: Schedule['at'];
  run: (scope: WorkScope) => Promise<unknown>;
}

/** Done at its time, once among all workers, under the platform's claim. */
export const schedule = ({ at, run, ...plan }: ScheduleTold): Schedule => ({
  says: 'schedule',
  ...planOf(plan),
  at,
  perform: (step) => step(run),
});

/** Done at its time in each tenant that is open, under its claim. */
export function scheduleOfEach({ at, run, ...plan }: ScheduleTold): Schedule {
  const { queue, retry, mostSeconds } = planOf({ queue: 'bulk', ...plan });
  const perform: Doing['perform'] = (step) =>
    step((scope) =>
      scope.job.payload['each'] === true ? run(scope) : beginInEach(scope, { queue, attempts: retry.attempts }),
    );
  return { says: 'schedule', queue, retry, mostSeconds, at, perform };
}

/** It can never succeed: no further attempt, and a person reads why. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}
