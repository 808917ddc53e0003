import * as z from 'zod/mini';
import { atMost, id, instant, line, optionalInstant } from '../../../fields.ts';
import { letterFate, letterPurpose } from '../../identity/schema.ts';
import { QUEUE_NAMES } from './names.ts';

export const health = z.object({
  /** The database's own clock. */
  now: instant,
  workerAt: optionalInstant,
  relayedAt: optionalInstant,
  unrelayed: z.object({ count: z.int(), since: optionalInstant }),
  queues: z.array(z.object({ queue: z.string(), state: z.string(), count: z.int(), since: instant })),
  tenants: z.array(z.object({ id, name: z.nullable(z.string()), count: z.int(), since: instant })),
  pauses: z.array(
    z.object({
      queue: z.string(),
      tenantId: id,
      name: z.nullable(z.string()),
      reason: z.string(),
      by: z.nullable(z.string()),
      since: instant,
    }),
  ),
  /** How many were given up, by whose they are. */
  dead: z.array(z.object({ kind: z.string(), tenantId: id, name: z.nullable(z.string()), count: z.int() })),
  kinds: z.array(
    z.object({
      kind: z.string(),
      done: z.number(),
      failed: z.number(),
      lastAt: optionalInstant,
      note: z.nullable(z.string()),
      lastError: z.nullable(z.string()),
      lastErrorAt: optionalInstant,
    }),
  ),
  /** How full the server's queue of notifications is, from nothing to one. */
  notifications: z.number(),
});

export const letters = z.object({
  kinds: z.array(
    z.object({
      purpose: letterPurpose,
      sent: z.int(),
      waiting: z.int(),
      since: optionalInstant,
      lost: z.int(),
      reason: z.nullable(letterFate),
    }),
  ),
  lost: z.array(
    z.object({ id, purpose: letterPurpose, to: z.string(), reason: letterFate, at: instant, again: z.boolean() }),
  ),
});
export const sendAgainInput = z.object({ id });

export const givenUpInput = z.object({
  kind: z.optional(z.string().check(atMost(100))),
  tenantId: z.optional(id),
  limit: z._default(z.int().check(z.gte(1), z.lte(100)), 50),
});
const givenUpJob = z.object({
  id,
  tenantId: id,
  tenantName: z.nullable(z.string()),
  kind: z.string(),
  attempts: z.int(),
  error: z.nullable(z.string()),
  at: instant,
});
export const givenUp = z.array(givenUpJob);
export const givenUpDetail = z.extend(givenUpJob, {
  begunAt: instant,
  failures: z.array(z.object({ at: instant, attempt: z.int(), error: z.string() })),
  given: z.array(z.object({ field: z.string(), value: z.string() })),
  /** What made it, if something that happened did. */
  cause: z.nullable(z.object({ name: z.string(), subjectKind: z.string(), subjectId: z.string(), at: instant })),
});

export const jobInput = z.object({ tenantId: id, id });
export const dropJobInput = z.object({ tenantId: id, id, reason: line(500, 3) });

// An empty queue stands for all of them.
const queue = z.enum(['', ...QUEUE_NAMES]);
export const pauseInput = z.object({ queue, tenantId: z.nullable(id), reason: line(500, 3) });
// One that the code has no more may still be paused.
export const resumeInput = z.object({ queue: z.string().check(atMost(40)), tenantId: z.nullable(id) });
export const pausesInput = z.object({ tenantId: id });
export const pausesOfTenant = z.array(
  z.object({ queue: z.string(), reason: z.string(), by: z.nullable(z.string()), since: instant }),
);
export const done = z.object({ done: z.literal(true) });
