/** What fields hold, by name: texts, ticks, lists of them. */
export type Values = Record<string, unknown>;

export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields that differ from those a form was drawn with. */
export function typedOver(base: Values, now: Values): Values {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => !isSame(value, base[name])));
}

export interface Merged {
  /** Fields to be shown as they are by now: nobody has touched them here. */
  taken: Values;
  /** Fields changed here and, otherwise, by someone else meanwhile. */
  contested: Values;
}

/** Someone else has changed the record under an open form. */
export function mergeForeign(base: Values, mine: Values, theirs: Values): Merged {
  const merged: Merged = { taken: {}, contested: {} };
  for (const [name, value] of Object.entries(theirs)) {
    if (isSame(value, base[name])) continue;
    if (isSame(mine[name], base[name])) merged.taken[name] = value;
    else if (!isSame(mine[name], value)) merged.contested[name] = value;
  }
  return merged;
}
