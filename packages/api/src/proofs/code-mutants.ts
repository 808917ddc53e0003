import type { PortalName } from '../request.ts';
import type { State } from './role-matrix.expected.ts';
import * as scenarios from './scenarios.ts';

export type Check =
  | { proof: 'isolation'; portal: PortalName; path: string }
  | { proof: 'role matrix'; portal: PortalName; path: string; state: State }
  | { proof: 'scenario'; name: string; play: scenarios.Scenario };

/** One mistake that someone could make, put into a copy of the source, and what must notice it. */
export interface CodeMutant {
  name: string;
  edits: readonly (readonly [file: string, from: string, to: string])[];
  check: Check;
}

const isolation = (portal: PortalName, path: string): Check => ({ proof: 'isolation', portal, path });
const cell = (portal: PortalName, path: string, state: State = 'active'): Check => ({
  proof: 'role matrix',
  portal,
  path,
  state,
});
const scene = (name: Exclude<keyof typeof scenarios, 'play'>): Check => ({
  proof: 'scenario',
  name,
  play: scenarios[name],
});

const WRITE = 'procedures/write.ts';
const GUARDS = 'domains/staff/guards.ts';

export const codeMutants: readonly CodeMutant[] = [
  {
    name: 'a procedure asks for a lesser permission',
    edits: [
      [
        'domains/libraries/router.ts',
        "create: tenantProcedure('libraries:create')",
        "create: tenantProcedure('libraries:read')",
      ],
    ],
    check: cell('owner', 'libraries.create'),
  },
  {
    name: 'permission missing on a procedure',
    edits: [
      [
        'domains/libraries/router.ts',
        "get: tenantProcedure('libraries:read')",
        'get: tenantProcedure(undefined as never)',
      ],
    ],
    check: cell('owner', 'libraries.get'),
  },
  {
    name: 'the permission table says yes to one role more in a library',
    edits: [
      [
        'domains/libraries/domain.ts',
        "'libraries:create': { platform: [], tenant: ['owner'] }",
        "'libraries:create': { platform: [], tenant: ['owner', 'manager'] }",
      ],
    ],
    check: cell('owner', 'libraries.create'),
  },
  {
    name: 'the permission table says yes to one role more on the platform',
    edits: [
      [
        'domains/tenants/domain.ts',
        "'tenants:suspend': { platform: ['super_admin'], tenant: [] }",
        "'tenants:suspend': { platform: ['super_admin', 'admin'], tenant: [] }",
      ],
    ],
    check: cell('admin', 'tenants.suspend'),
  },
  {
    name: 'the permission table says yes to one role less',
    edits: [
      [
        'domains/tenants/domain.ts',
        "'tenants:update': { platform: ['super_admin', 'admin'], tenant: [] }",
        "'tenants:update': { platform: ['super_admin'], tenant: [] }",
      ],
    ],
    check: cell('admin', 'tenants.update'),
  },
  {
    name: 'an expired tenant may go on changing',
    edits: [
      [
        'domains/libraries/domain.ts',
        "'libraries:update': { platform: [], tenant: ['owner', 'manager'] }",
        "'libraries:update': { platform: [], tenant: ['owner', 'manager'], evenExpired: true }",
      ],
    ],
    check: cell('owner', 'libraries.update', 'expired'),
  },
  {
    name: 'a procedure is open to whoever is signed in nowhere',
    edits: [
      [
        'domains/identity/router.ts',
        'sessions: signedInProcedure',
        'sessions: (publicProcedure as never as typeof signedInProcedure)',
      ],
    ],
    check: cell('owner', 'identity.sessions'),
  },
  {
    name: 'answers go out unchecked',
    edits: [
      [
        'procedures/schema.ts',
        'if (parsed.success) return parsed.data;',
        'if (parsed.success) return JSON.parse(JSON.stringify(result));',
      ],
    ],
    check: isolation('owner', 'staff.get'),
  },
  {
    name: 'an output is open to further keys',
    edits: [['domains/staff/schema.ts', 'export const member = z.object({', 'export const member = z.looseObject({']],
    check: isolation('owner', 'staff.get'),
  },
  {
    name: 'an output declares more than it should',
    edits: [
      [
        'domains/staff/schema.ts',
        'export const member = z.object({',
        'export const member = z.object({ userId: z.string(),',
      ],
    ],
    check: isolation('owner', 'staff.get'),
  },
  {
    name: 'the platform’s own row answers like a tenant',
    edits: [['domains/tenants/tenant-row.ts', "isCustomer = eq(tenants.kind, 'library')", 'isCustomer = sql`true`']],
    check: isolation('admin', 'tenants.get'),
  },
  {
    name: 'the platform’s staff includes the people of libraries',
    edits: [['domains/staff/member-row.ts', 'within: eq(memberships.tenantKind, kind)', 'within: undefined']],
    check: isolation('admin', 'platformStaff.get'),
  },
  {
    name: '“not found” and “another’s” are answered differently',
    edits: [
      ['domains/staff/member-row.ts', 'within: eq(memberships.tenantKind, kind)', 'within: undefined'],
      [
        'domains/staff/get-member.ts',
        'const row = await findMember(db, kind, id);',
        "const row = await findMember(db, kind, id); if ((row.role === 'owner' || row.role === 'staff') && kind === 'platform') throw new Error('not yours');",
      ],
    ],
    check: isolation('admin', 'platformStaff.get'),
  },
  {
    name: 'a change is not recorded',
    edits: [[WRITE, 'db.record(event);', '']],
    check: isolation('owner', 'libraries.update'),
  },
  {
    name: 'grants more than held',
    edits: [
      [
        GUARDS,
        'if (mayChange(actor, before, after, actor.tenantKind)) return;',
        'if (mayChange(actor, before, after, actor.tenantKind) || after) return;',
      ],
    ],
    check: scene('grantsMoreThanHeld'),
  },
  {
    name: 'whoever holds all permissions makes owners',
    edits: [
      ['domains/staff/rules.ts', 'if (other.role === topRole(kind) && actor.role !== topRole(kind)) return false;', ''],
      [
        'domains/staff/rules.ts',
        'return permissionsOf(other).every((permission) => held.has(permission));',
        'return other.role === topRole(kind) || permissionsOf(other).every((permission) => held.has(permission));',
      ],
    ],
    check: scene('grantsMoreThanHeld'),
  },
  {
    name: 'own rights changed',
    edits: [
      [
        GUARDS,
        'if (target.userId !== actor.userId) return;',
        'if (target.userId !== actor.userId || actor.userId) return;',
      ],
    ],
    check: scene('ownRightsChanged'),
  },
  {
    name: 'the right to change staff judged by what the gate read',
    edits: [[GUARDS, 'if (!isDeepStrictEqual(now, { role, added, removed }))', 'if (!now && !role)']],
    check: scene('rightsTakenMeanwhile'),
  },
  {
    name: 'a change of a member without the lock and the look at rights',
    edits: [['domains/staff/write-member.ts', 'await lockStaff(db, actor);', '']],
    check: scene('rightsTakenMeanwhile'),
  },
  {
    name: 'last owner removed: looked at without the lock',
    edits: [[GUARDS, "await db.lock('staff');", '']],
    check: scene('lastOwnerRemoved'),
  },
  {
    name: 'a leaked password on joining',
    edits: [['domains/identity/link/accept-invitation.ts', "await refuseListedPassword(password, 'password');", '{}']],
    check: scene('leakedPassword'),
  },
  {
    name: 'a leaked password by reset',
    edits: [
      ['domains/identity/password/reset-password.ts', "await refuseListedPassword(input.password, 'password');", ''],
    ],
    check: scene('leakedPassword'),
  },
  {
    name: 'a leaked password by change',
    edits: [['domains/identity/password/change-password.ts', "await refuseListedPassword(input.next, 'next');", '']],
    check: scene('leakedPassword'),
  },
  {
    name: 'limit of libraries without lock',
    edits: [['domains/libraries/create-library.ts', "await db.lock('libraries.limit');", '']],
    check: scene('libraryLimit'),
  },
  {
    name: 'limit of staff without lock',
    edits: [['domains/staff/invite-member.ts', 'await lockStaff(db, actor);', '']],
    check: scene('staffLimit'),
  },
  {
    name: 'a stale version overwrites',
    edits: [
      [WRITE, "if (before['version'] !== at.version) throw new AppError('changed_meanwhile');", ''],
      [WRITE, 'and(here, within, eq(table.version, version))', 'and(here, within)'],
    ],
    check: scene('staleVersion'),
  },
  {
    name: 'a tenant’s own trail does not hear of its suspension',
    edits: [['domains/tenants/write-tenant.ts', 'await db.asTenant(id, async (theirs) => theirs.record(event));', '']],
    check: scene('bothTrails'),
  },
  {
    name: 'formulas in the exported file',
    edits: [['csv.ts', "`'${value}`", 'value']],
    check: scene('formulaInCsv'),
  },
  {
    name: 'one key creates twice',
    edits: [['procedures/idempotency.ts', 'if (stored) {', 'if (stored && !stored.procedure) {']],
    check: scene('oneKeyOnce'),
  },
  {
    name: 'a tenant puts a setting of the platform',
    edits: [
      [
        'domains/system/settings/put-setting.ts',
        'if (known.kind !== actor.tenantKind)',
        'if (known.kind !== actor.tenantKind && known.kind === undefined)',
      ],
    ],
    check: scene('platformSettingByTenant'),
  },
];
