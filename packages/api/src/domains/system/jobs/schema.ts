import * as z from 'zod/mini';
import { atMost, id, instant, line, optionalInstant } from '../../../fields.ts';
import { letterFate, letterPurpose } from '../../identity/schema.ts';

export const health = z.object({
  /** The database's own clock. */
  now: instant,
  workerAt: optionalInstant,
  relayedAt: optionalInstant,
  unrelayed: z.object({ count: z.int(), since: optionalInstant }),
  queues: z.array(z.object({ queue: z.string(), state: z.string(), count: z.int(), since: instant })),
  tenants: z.array(z.object({ id, name: z.nullable(z.string()), count: z.int(), since: instant })),
  pauses: z.array(
    z.object({ queue: z.string(), tenantId: id, name: z.nullable(z.string()), reason: z.string(), since: instant }),
  ),
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

export const givenUpInput = z.object({ limit: z._default(z.int().check(z.gte(1), z.lte(100)), 50) });
export const givenUp = z.array(
  z.object({
    id,
    tenantId: id,
    tenantName: z.nullable(z.string()),
    kind: z.string(),
    attempts: z.int(),
    error: z.nullable(z.string()),
    eventName: z.nullable(z.string()),
    subjectId: z.nullable(z.string()),
    at: instant,
  }),
);

export const jobInput = z.object({ tenantId: id, id });
export const dropJobInput = z.object({ tenantId: id, id, reason: line(500, 3) });

// An empty queue stands for all of them.
const queue = z.string().check(atMost(40), z.regex(/^[a-z]*$/));
export const pauseInput = z.object({ queue, tenantId: z.nullable(id), reason: line(500, 3) });
export const resumeInput = z.object({ queue, tenantId: z.nullable(id) });
export const done = z.object({ done: z.literal(true) });
