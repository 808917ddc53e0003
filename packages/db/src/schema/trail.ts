import { trails } from './declaration.ts';

// Things that are no row of one table.
const otherTrails: Readonly<Record<string, readonly string[]>> = {
  export: ['rows', 'filter'],
};

/**
 * What a trail may hold of such a thing: its table says so. Anything else given to the recorder is left out, so that
 * a secret, a token or a column that nobody listed never reaches the trail by accident.
 */
export const trailOf = (kind: string): readonly string[] | undefined => trails.get(kind) ?? otherTrails[kind];
