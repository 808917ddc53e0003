import type * as z from 'zod/mini';
import type { trailChange } from '../fields.ts';

export type Trailed = Record<string, unknown> | null;

/** Field by field what an event changed. */
export function changesOf(before: Trailed, after: Trailed): z.input<typeof trailChange>[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: readable(before?.[field]), after: readable(after?.[field]) }))
    .filter((change) => change.before !== change.after);
}

export function readable(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
