import * as z from 'zod/mini';
import { atMost, clock, id, instant, optionalInstant, storedVersion } from '../../fields.ts';

const MOST_AT_ONCE = 100;

export const listNoticesInput = z.object({
  cursor: z.optional(z.string().check(atMost(500))),
  limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
  unread: z.optional(z.boolean()),
});

export const notice = z.object({
  id,
  kind: z.string(),
  category: z.string(),
  priority: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** How many were put together into this one. */
  many: z.int(),
  toldAt: instant,
  readAt: optionalInstant,
});

export const unreadCount = z.object({ unread: z.int() });
export const noticesInput = z.object({ ids: z.array(id).check(z.minLength(1), z.maxLength(MOST_AT_ONCE)) });

const kind = z.string().check(atMost(60), z.regex(/^[a-z]+\.[a-z_]+$/));
export const noticeChoices = z.object({
  kinds: z.array(
    z.object({
      ...{ kind: z.string(), category: z.string(), isOn: z.boolean(), mayBeOff: z.boolean() },
      ...{ byMail: z.boolean(), mayMail: z.boolean() },
    }),
  ),
  quiet: z.nullable(z.object({ from: z.string(), till: z.string() })),
  version: z.int(),
});
const kinds = z.array(kind).check(z.maxLength(100));
const quiet = z
  .object({ from: clock, till: clock })
  .check(z.refine(({ from, till }) => from !== till, { error: 'time', path: ['till'] }));
export const chooseNoticesInput = z.object({
  ...{ muted: kinds, mailed: kinds, quiet: z.nullable(quiet) },
  version: storedVersion,
});
