import { gateBehaviours } from './behaviour-gate.ts';
import { grantBehaviours } from './behaviour-grants.ts';
import { identityBehaviours } from './behaviour-identity.ts';
import { roleBehaviours } from './behaviour-roles.ts';
import { tableBehaviours } from './behaviour-tables.ts';
import { tokenBehaviours } from './behaviour-tokens.ts';
import type { Behaviour } from './probe.ts';

export const behaviours: readonly Behaviour[] = [
  ...tableBehaviours,
  ...grantBehaviours,
  ...roleBehaviours,
  ...gateBehaviours,
  ...identityBehaviours,
  ...tokenBehaviours,
];
