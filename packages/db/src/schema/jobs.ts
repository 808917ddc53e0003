import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { oneOf } from './one-of.ts';
import { keptTable } from './tenant-table.ts';
import { at } from './written.ts';

// What the worker lives by. No login touches these: everything goes through the functions of the schema `jobs`.
const whole = { reads: true, adds: true, changes: true, removes: true } as const;
const number = (name: string) => bigint(name, { mode: 'number' });

/** Due at some time, due now, behind another one of its lane, being done, given up. What is done is gone. */
export const jobStates = ['later', 'waiting', 'behind', 'running', 'dead'] as const;

export const jobs = keptTable(
  'jobs',
  {
    forTenant: uuid('for_tenant').notNull(),
    id: uuid('id').notNull().default(sql`uuidv7()`),
    seq: number('seq').notNull().generatedAlwaysAsIdentity(),
    queue: text('queue').notNull(),
    kind: text('kind').notNull(),
    /** One open job of its kind for each. */
    key: text('key'),
    /** Those of one lane are done one after another. */
    lane: text('lane'),
    eventId: uuid('event_id'),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull().default({}),
    /** On whose behalf, and with which right. */
    memberId: uuid('member_id'),
    permission: text('permission'),
    priority: integer('priority').notNull().default(0),
    state: text('state', { enum: jobStates }).notNull().default('waiting'),
    dueAt: at('due_at').notNull().defaultNow(),
    attempt: integer('attempt').notNull().default(0),
    attempts: integer('attempts').notNull().default(8),
    leaseUntil: at('lease_until'),
    error: text('error'),
    /** When it failed and why, the last ones. */
    failures: jsonb('failures').$type<{ at: string; attempt: number; error: string }[]>(),
    createdAt: at('created_at').notNull().defaultNow(),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  {
    jobs: whole,
    kept: { for: 'as long as it is not done, or given up and not dropped', by: 'jobs.finish' },
    loose: {
      eventId: 'the trail is for ever, and no key leads to a part of it',
      memberId: 'the gate looks it up at each attempt',
    },
    sample: (n) => ({ forTenant: '00000000-0000-4000-8000-000000000001', queue: 'plain', kind: `kind-${n}` }),
    keys: (t) => [
      primaryKey({ name: 'jobs_pkey', columns: [t.forTenant, t.id] }),
      index('jobs_ready_idx').on(t.queue, t.forTenant, t.priority, t.seq).where(sql`state = 'waiting'`),
      index('jobs_running_idx').on(t.queue, t.forTenant).where(sql`state = 'running'`),
      index('jobs_due_idx').on(t.dueAt).where(sql`state = 'later'`),
      index('jobs_lease_idx').on(t.leaseUntil).where(sql`state = 'running'`),
      index('jobs_lane_idx').on(t.forTenant, t.kind, t.lane, t.seq).where(sql`lane is not null and state <> 'dead'`),
      index('jobs_dead_idx').on(t.changedAt, t.id).where(sql`state = 'dead'`),
      uniqueIndex('jobs_key_idx').on(t.forTenant, t.kind, t.key).where(sql`key is not null and state <> 'dead'`),
      uniqueIndex('jobs_event_idx').on(t.forTenant, t.kind, t.eventId).where(sql`event_id is not null`),
      check('jobs_state_check', sql.raw(oneOf('state', jobStates))),
      check('jobs_lease_check', sql`(state = 'running') = (lease_until is not null)`),
      check('jobs_attempts_check', sql`attempt >= 0 and attempts between 1 and 100`),
      check('jobs_member_check', sql`(member_id is null) = (permission is null)`),
      check('jobs_payload_check', sql`jsonb_typeof(payload) = 'object' and pg_column_size(payload) < 65536`),
    ],
  },
);

/** Who wants to hear of which events. */
export const jobSubscribers = keptTable(
  'job_subscribers',
  {
    kind: text('kind').primaryKey(),
    events: text('events').array().notNull(),
    queue: text('queue').notNull(),
    ordered: boolean('ordered').notNull(),
    attempts: integer('attempts').notNull(),
    /** Of what came after this event alone. */
    fromSeq: number('from_seq').notNull(),
  },
  {
    jobs: whole,
    kept: 'for ever',
    sample: (n) => ({
      kind: `kind-${n}`,
      events: ['tenant.created'],
      queue: 'plain',
      ordered: false,
      attempts: 8,
      fromSeq: 0,
    }),
    keys: () => [check('job_subscribers_attempts_check', sql`attempts between 1 and 100`)],
  },
);

/** How far events were relayed: one row. */
export const jobRelay = keptTable(
  'job_relay',
  {
    one: boolean('one').primaryKey().default(true),
    /** Whose numbers these are. */
    line: uuid('line').notNull().defaultRandom(),
    /** Where they were given out: a database that was restored elsewhere begins a line of its own. */
    home: text('home'),
    /** All up to here were relayed, or will never be seen. */
    cursor: number('cursor').notNull().default(0),
    /** Relayed beyond it: some before them may still be written. */
    early: number('early').array().notNull().default(sql`'{}'::bigint[]`),
    /** What the cursor may move to once all that was written beside it has ended. */
    markSeq: number('mark_seq'),
    markXmax: text('mark_xmax'),
    /** Numbers of transactions mean nothing after a restart. */
    markEpoch: at('mark_epoch'),
    /** How many were told of: the numbers by which streams go on. */
    told: number('told').notNull().default(0),
    relayedAt: at('relayed_at'),
  },
  {
    jobs: whole,
    kept: 'for ever',
    sample: () => ({ one: true }),
    keys: () => [
      check('job_relay_one_check', sql`one`),
      check('job_relay_mark_check', sql`num_nulls(mark_seq, mark_xmax, mark_epoch) in (0, 3)`),
    ],
  },
);

/** What is done at its time: when each was last begun. */
export const jobSchedules = keptTable(
  'job_schedules',
  { name: text('name').primaryKey(), last: at('last').notNull() },
  { jobs: whole, kept: 'for ever', sample: (n) => ({ name: `schedule-${n}`, last: new Date(0) }) },
);

/** How much of something outside may be used, by all workers together. */
export const jobBuckets = keptTable(
  'job_buckets',
  {
    name: text('name').primaryKey(),
    /** What was taken is earned again at this time. */
    earnedAt: at('earned_at').notNull(),
  },
  { jobs: whole, kept: 'for ever', sample: (n) => ({ name: `bucket-${n}`, earnedAt: new Date(0) }) },
);

/** What waits until somebody lets it go on: a queue, a tenant, or one's jobs of the other. Nothing and nobody stand for all. */
export const jobPauses = keptTable(
  'job_pauses',
  {
    queue: text('queue').notNull().default(''),
    forTenant: uuid('for_tenant').notNull().default('00000000-0000-0000-0000-000000000000'),
    reason: text('reason').notNull(),
    /** Who said so, as they were called then. */
    byName: text('by_name'),
    since: at('since').notNull().defaultNow(),
  },
  {
    jobs: whole,
    kept: 'for ever',
    sample: (n) => ({
      queue: `queue-${n}`,
      forTenant: '00000000-0000-4000-8000-000000000001',
      reason: 'made for a test',
    }),
    keys: (t) => [primaryKey({ name: 'job_pauses_pkey', columns: [t.queue, t.forTenant] })],
  },
);

/** What was done of each kind: workers add up now and then. */
export const jobTallies = keptTable(
  'job_tallies',
  {
    kind: text('kind').primaryKey(),
    done: number('done').notNull().default(0),
    failed: number('failed').notNull().default(0),
    lastAt: at('last_at'),
    /** What the last one had to say. */
    note: text('note'),
    lastError: text('last_error'),
    lastErrorAt: at('last_error_at'),
  },
  { jobs: whole, kept: 'for ever', sample: (n) => ({ kind: `kind-${n}` }) },
);
