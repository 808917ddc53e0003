import type { PgTable } from 'drizzle-orm/pg-core';
import { things, trails } from './declaration.ts';

// Things that are no row of one table.
const otherTrails: Readonly<Record<string, readonly string[]>> = {
  export: ['rows', 'filter'],
  job: ['queue', 'tenant', 'reason'],
};

/**
 * What a trail may hold of such a thing: its table says so. Anything else given to the recorder is left out, so that
 * a secret, a token or a column that nobody listed never reaches the trail by accident.
 */
export const trailOf = (kind: string): readonly string[] | undefined => trails.get(kind) ?? otherTrails[kind];

export function thingOf(table: PgTable): string {
  const thing = things.get(table);
  if (thing === undefined) throw new Error('a table whose changes are recorded declares a trail');
  return thing;
}
