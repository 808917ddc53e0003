import * as z from 'zod/mini';
import { atMost } from '../fields.ts';

/** Beyond this many a list says "more than", since counting them costs more than showing them. */
export const COUNTED_UP_TO = 1000;

/** `{ cursor?, limit, filters, sort }`; the first of `sorts` is the usual order. */
export function listInput<F extends z.core.$ZodLooseShape, const S extends readonly [string, ...string[]]>(
  filters: F,
  sorts: S,
) {
  return z.object({
    cursor: z.optional(z.string().check(atMost(500))),
    limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
    filters: z.prefault(z.object(filters), {} as never),
    sort: z.prefault(z.object({ by: z.enum(sorts), descending: z._default(z.boolean(), false) }), {
      by: sorts[0],
    } as never),
  });
}

export function listOutput<I extends z.core.SomeType>(item: I) {
  return z.object({
    items: z.array(item),
    nextCursor: z.nullable(z.string()),
    prevCursor: z.nullable(z.string()),
    hasNext: z.boolean(),
    hasPrev: z.boolean(),
    limit: z.int(),
    total: z.nullable(z.int()),
  });
}
