import { everyTable } from '../every-table.ts';
import type { Declared } from '../schema/declaration.ts';
import { announcementBehaviours } from './behaviour-announcements.ts';
import { approvalBehaviours } from './behaviour-approval.ts';
import { deskBehaviours } from './behaviour-desk.ts';
import { eachBehaviours } from './behaviour-each.ts';
import { gateBehaviours } from './behaviour-gate.ts';
import { grantBehaviours } from './behaviour-grants.ts';
import { identityBehaviours } from './behaviour-identity.ts';
import { jobBehaviours } from './behaviour-jobs.ts';
import { keyBehaviours } from './behaviour-keys.ts';
import { letterBehaviours } from './behaviour-letters.ts';
import { replayBehaviours } from './behaviour-replay.ts';
import { roleBehaviours } from './behaviour-roles.ts';
import { rowBehaviours } from './behaviour-rows.ts';
import { tableBehaviours } from './behaviour-tables.ts';
import { tidyBehaviours } from './behaviour-tidy.ts';
import { tokenBehaviours } from './behaviour-tokens.ts';
import type { Behaviour } from './probe.ts';

/** What must hold of a table, whichever it is. */
export const declaredBehaviours = (table: Declared): Behaviour[] => [...rowBehaviours(table), ...keyBehaviours(table)];

export const groups = {
  tables: [...(await everyTable()).flatMap(declaredBehaviours), ...tableBehaviours],
  grants: grantBehaviours,
  roles: roleBehaviours,
  gate: gateBehaviours,
  announcements: announcementBehaviours,
  approval: approvalBehaviours,
  jobs: [...jobBehaviours, ...deskBehaviours, ...eachBehaviours, ...replayBehaviours],
  identity: [...identityBehaviours, ...tokenBehaviours, ...letterBehaviours, ...tidyBehaviours],
} as const;

export type Group = keyof typeof groups;

/** All of them: first those of the tables that the text speaks of, then those of its group. */
export function behavioursFrom(first: Group, text = ''): Behaviour[] {
  const rest = Object.entries(groups).filter(([name]) => name !== first);
  const inOrder = [...groups[first], ...rest.flatMap(([, list]) => list)];
  const spoken = ({ name }: Behaviour) => text.split(/\W+/).includes(name.split(':')[0] ?? '');
  return [...inOrder.filter(spoken), ...inOrder.filter((behaviour) => !spoken(behaviour))];
}
