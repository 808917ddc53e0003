import type { CatalogueLines } from './catalogue-lines.ts';
import { policies, relations } from './declared-doors.ts';
import { functions, roles, triggers } from './declared-functions.ts';
import { grants } from './declared-grants.ts';
import { columns, keys } from './declared-keys.ts';

const spread = (groups: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(groups).flatMap(([name, lines]) => lines.map((line) => `${name} ${line}`));

export const declared: CatalogueLines = {
  relations,
  policies,
  grants: spread(grants),
  functions,
  keys: spread(keys),
  columns,
  roles,
  triggers,
};

/** What Postgres has and nobody declared, and the other way round. */
export function differences(found: CatalogueLines): string[] {
  const kinds = Object.keys(declared) as (keyof CatalogueLines)[];
  return kinds.flatMap((kind) => {
    const wanted = new Set(declared[kind]);
    const there = new Set(found[kind]);
    return [
      ...found[kind].filter((line) => !wanted.has(line)).map((line) => `not declared, ${kind}: ${line}`),
      ...declared[kind].filter((line) => !there.has(line)).map((line) => `missing, ${kind}: ${line}`),
    ];
  });
}
