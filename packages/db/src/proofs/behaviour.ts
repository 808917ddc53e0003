import { gateBehaviours } from './behaviour-gate.ts';
import { grantBehaviours } from './behaviour-grants.ts';
import { identityBehaviours } from './behaviour-identity.ts';
import { roleBehaviours } from './behaviour-roles.ts';
import { tableBehaviours } from './behaviour-tables.ts';
import { tokenBehaviours } from './behaviour-tokens.ts';
import type { Behaviour } from './probe.ts';

export const groups = {
  tables: tableBehaviours,
  grants: grantBehaviours,
  roles: roleBehaviours,
  gate: gateBehaviours,
  identity: [...identityBehaviours, ...tokenBehaviours],
} as const;

export type Group = keyof typeof groups;

/** All of them, those of one group first. */
export function behavioursFrom(first: Group): Behaviour[] {
  const rest = Object.entries(groups).filter(([name]) => name !== first);
  return [...groups[first], ...rest.flatMap(([, list]) => list)];
}
