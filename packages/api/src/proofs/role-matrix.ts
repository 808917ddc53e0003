import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { type Code, codes } from '../errors/codes.ts';
import type { Role } from '../permissions/roles.ts';
import type { PortalName } from '../request.ts';
import type { Side } from '../testing/example.ts';
import { openStage, type Roots, type Stage } from '../testing/stage.ts';
import { examples } from './examples.ts';
import { expected, ROLES, STATES, type State } from './role-matrix.expected.ts';
import { ownerCasts, unknownLike } from './sides.ts';

const REFUSALS = new Set<Code | null>([
  'unauthorized',
  'token_expired',
  'insufficient_permissions',
  'account_inactive',
  'subscription_expired',
  'tenant_suspended',
]);
const BUSINESS: readonly Role[] = ['owner', 'manager', 'staff'];

async function become({ database: { sql }, world }: Stage, state: State): Promise<void> {
  const { a, platform } = world;
  const both = [a.id, PLATFORM_ID];
  const roles = [a.owner, a.manager, a.staff, platform.super_admin, platform.admin, platform.support, platform.analyst];
  const ids = roles.map((member) => member.membershipId);
  await sql`update memberships set removed_at = null where tenant_id = any(${both}) and id = any(${ids})`;
  await sql`update memberships set accepted_at = now() where tenant_id = any(${both}) and id = any(${ids})`;
  await sql`update users set active = true where id = any(${roles.map((member) => member.userId)})`;
  await sql`update tenants set status = 'active' where id = ${a.id}`;
  if (state === 'suspended') {
    await sql`update tenants set status = 'suspended', suspended_reason = 'unpaid', suspended_at = now() where id = ${a.id}`;
  }
  if (state === 'expired') await sql`update tenants set status = 'expired' where id = ${a.id}`;
  if (state === 'removed') await sql`update memberships set removed_at = now() where id = any(${ids})`;
  if (state === 'not accepted') await sql`update memberships set accepted_at = null where id = any(${ids})`;
  if (state === 'disabled') {
    await sql`update users set active = false where id = any(${roles.map((member) => member.userId)})`;
  }
}

export interface MatrixResult {
  cells: number;
  faults: string[];
}

/** Every procedure by every role in every state, against the matrix written by hand. */
export async function matrixResult(
  roots: Roots,
  only: (portal: PortalName, path: string) => boolean = () => true,
  states: readonly State[] = STATES,
): Promise<MatrixResult> {
  const result: MatrixResult = { cells: 0, faults: [] };
  for (const state of states) {
    // A stage for each state: tries with a password are counted, and would end as too many.
    const stage = await openStage();
    try {
      await become(stage, state);
      await fillCells(stage, roots, state, only, result);
    } finally {
      await stage.close();
    }
  }
  return result;
}

async function fillCells(
  stage: Stage,
  roots: Roots,
  state: State,
  only: (portal: PortalName, path: string) => boolean,
  result: MatrixResult,
): Promise<void> {
  const { a, platform } = stage.world;
  const [cast] = await ownerCasts(stage);
  if (!cast) throw new Error('A is missing');
  // Nothing that is there, so that a call which goes through changes nothing; the person's own tenant may be chosen.
  const nowhere = unknownLike(cast.own);
  const tokens = Object.fromEntries(
    Object.keys(nowhere.tokens).map((name) => [name, 'x'.repeat(43)]),
  ) as Side['tokens'];
  for (const portal of ['owner', 'admin'] as const) {
    const side: Side = { ...nowhere, tokens, homeId: portal === 'owner' ? a.id : PLATFORM_ID };
    for (const [path, example] of examples[portal]) {
      if (!only(portal, path)) continue;
      for (const role of [null, ...ROLES]) {
        // The platform's row can be neither suspended nor expired: a constraint keeps it active.
        const cannotBe = (state === 'suspended' || state === 'expired') && !(role && BUSINESS.includes(role));
        if (cannotBe) continue;
        const member = role && (isBusiness(role) ? a[role] : platform[role]);
        const { fault } = await stage.call(roots, portal, path, member?.session ?? null, example.input(side));
        const seen = REFUSALS.has(fault) ? fault : null;
        const wanted = expected(portal, path, role, state);
        result.cells += 1;
        if (fault !== null && codes[fault].number >= 6000)
          result.faults.push(`${portal} ${path} as ${role ?? 'nobody'}, ${state}: fails with ${fault}`);
        else if (seen !== wanted) {
          result.faults.push(
            `${portal} ${path} as ${role ?? 'nobody'}, ${state}: ${seen ?? 'goes through'}, not ${wanted ?? 'going through'}`,
          );
        }
      }
    }
  }
}

function isBusiness(role: Role): role is 'owner' | 'manager' | 'staff' {
  return BUSINESS.includes(role);
}
