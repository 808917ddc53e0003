import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { everyTable } from '../every-table.ts';
import { type Declared, declaredTables } from '../schema/declaration.ts';
import { PLATFORM_ID } from '../schema/platform.ts';
import type { businessRoles, platformRoles } from '../schema/roles.ts';
import type { Entry, Portal } from '../tenancy/scope.ts';
import type { TestDatabase } from './database.ts';
import { type Row, sampleRow, withParents } from './samples.ts';

export type BusinessRole = (typeof businessRoles)[number];
export type PlatformRole = (typeof platformRoles)[number];

export interface TestSession {
  id: string;
  secret: Uint8Array;
  secretHash: Uint8Array;
  seed: Uint8Array;
  portal: Portal;
  tenantId: string;
}

export interface Person {
  userId: string;
  name: string;
  email: string;
}

export interface Member extends Person {
  membershipId: string;
  tenantId: string;
  role: BusinessRole | PlatformRole;
  session: TestSession;
}

export interface Business extends Record<BusinessRole, Member> {
  id: string;
  name: string;
  /** Invited, not accepted: the session is one that must be refused. */
  invited: Member;
  removed: Member;
  /** What its rows are found by, two of every table that a tenant's own rows stand in. */
  ids: Readonly<Record<string, readonly string[]>>;
  libraries: [string, string];
  settingKey: string;
  flagKey: string;
  idempotencyKey: string;
}

/** A tenant that only its owner would enter, were it not for its state. */
export interface ClosedBusiness {
  id: string;
  name: string;
  owner: Member;
}

export interface World {
  platform: Record<PlatformRole, Member> & { id: string };
  a: Business;
  b: Business;
  c: Business;
  suspended: ClosedBusiness;
  expired: ClosedBusiness;
  deleted: ClosedBusiness;
  /** One person, manager in A and staff in B, with a session for each. */
  twice: { person: Person; inA: Member; inB: Member };
  /** Signed in, but disabled. */
  disabled: Member;
  /** A person without any membership. */
  stranger: Person & { session: TestSession };
  everyMember: Member[];
}

export interface WorldOptions {
  /** What a session's secret is made from, where a server must derive the same one. */
  secretOf?: (session: string, seed: Uint8Array) => Uint8Array;
  passwordHash?: string;
}

interface MemberState {
  accepted?: boolean;
  removed?: boolean;
  active?: boolean;
}

const twoOf = ([one = '', two = '']: readonly string[] = []): [string, string] => [one, two];

/** Collects rows, so that a world is one insert per table. */
class Rows {
  readonly tables = new Map<string, Row[]>();
  readonly members: Member[] = [];
  private readonly sampled: readonly Declared[];
  private readonly options: WorldOptions;
  private readonly placed = new Set<string>();

  constructor(tables: readonly Declared[], options: WorldOptions) {
    this.sampled = tables.filter(({ name, wall }) => wall === 'tenant_id' && name !== 'memberships');
    this.options = options;
  }

  add(table: string, row: Row): void {
    const rows = this.tables.get(table);
    if (rows) rows.push(row);
    else this.tables.set(table, [row]);
  }

  person(handle: string, active = true): Person {
    const person = { userId: randomUUID(), name: `${handle} person`, email: `${handle}@example.test` };
    this.add('users', {
      id: person.userId,
      email: person.email,
      name: person.name,
      password_hash: this.options.passwordHash ?? null,
      active,
      verified_at: new Date(),
    });
    return person;
  }

  session(userId: string, tenantId: string, portal: Portal): TestSession {
    const id = randomUUID();
    const seed = randomBytes(32);
    const secret = this.options.secretOf?.(id, seed) ?? randomBytes(32);
    const secretHash = createHash('sha256').update(secret).digest();
    const ends = new Date(Date.now() + 86_400_000);
    const row = { id, user_id: userId, portal, seed, secret_hash: secretHash, for_tenant: tenantId };
    this.add('sessions', { ...row, access_ends_at: ends, idle_days: 7, idle_ends_at: ends, ends_at: ends });
    return { id, secret, secretHash, seed, portal, tenantId };
  }

  member(person: Person, tenantId: string, role: Member['role'], state: MemberState = {}): Member {
    const { accepted = true, removed = false } = state;
    const membershipId = randomUUID();
    this.add('memberships', {
      tenant_id: tenantId,
      id: membershipId,
      user_id: person.userId,
      tenant_kind: tenantId === PLATFORM_ID ? 'platform' : 'library',
      role,
      name: person.name,
      email: person.email,
      accepted_at: accepted ? new Date() : null,
      removed_at: removed ? new Date() : null,
    });
    const session = this.session(person.userId, tenantId, tenantId === PLATFORM_ID ? 'admin' : 'owner');
    const member = { ...person, membershipId, tenantId, role, session };
    this.members.push(member);
    return member;
  }

  newMember(handle: string, tenantId: string, role: Member['role'], state: MemberState = {}): Member {
    return this.member(this.person(handle, state.active), tenantId, role, state);
  }

  /** What the platform adds for itself, and what its members are told. */
  get ofPlatform(): Declared[] {
    return this.sampled.filter(
      ({ name, logins: { ss_platform: access } }) => access?.adds === true || name === 'notifications',
    );
  }

  /**
   * The sample of every table under a tenant, once for each number, and what those rows are found by. What hangs on a
   * member hangs on one of these: a world makes its people itself.
   */
  samples(
    tenant: string,
    members: ReadonlyMap<number, Member>,
    tables: readonly Declared[] = this.sampled,
  ): Record<string, string[]> {
    const ids: Record<string, string[]> = {};
    for (const table of tables) {
      for (const [n, { membershipId }] of members) {
        for (const { declared, row } of withParents(table, n, tenant)) {
          if (declared.name === 'memberships' || declared.name === 'users') continue;
          if ('member_id' in row) row['member_id'] = membershipId;
          const place = `${declared.name} ${tenant} ${n}`;
          if (this.placed.has(place)) continue;
          this.placed.add(place);
          this.add(declared.name, row);
          const id = row['id'] ?? row['key'];
          if (typeof id === 'string') ids[declared.name] = [...(ids[declared.name] ?? []), id];
        }
      }
    }
    return ids;
  }

  tenant(name: string, number: number, more: Row = {}): string {
    const id = randomUUID();
    const table = declaredTables.get('tenants');
    if (table) this.add('tenants', { ...sampleRow(table, number, id), name, ...more });
    return id;
  }

  business(letter: 'a' | 'b' | 'c'): Business {
    const name = `Tenant ${letter.toUpperCase()}`;
    const first = { a: 1, b: 3, c: 5 }[letter];
    const id = this.tenant(name, first);
    const [owner, manager, staff] = [
      this.newMember(`owner.${letter}`, id, 'owner'),
      this.newMember(`manager.${letter}`, id, 'manager'),
      this.newMember(`staff.${letter}`, id, 'staff'),
    ];
    const ids = this.samples(
      id,
      new Map([
        [first, owner],
        [first + 1, staff],
      ]),
    );
    return {
      id,
      name,
      ids: { ...ids, memberships: [staff.membershipId, manager.membershipId] },
      libraries: twoOf(ids['libraries']),
      settingKey: ids['settings']?.[0] ?? '',
      flagKey: ids['feature_flags']?.[0] ?? '',
      idempotencyKey: ids['idempotency_keys']?.[0] ?? '',
      owner,
      manager,
      staff,
      invited: this.newMember(`invited.${letter}`, id, 'staff', { accepted: false }),
      removed: this.newMember(`removed.${letter}`, id, 'staff', { removed: true }),
    };
  }

  closed(state: 'suspended' | 'expired' | 'deleted'): ClosedBusiness {
    const name = `Tenant ${state}`;
    const more = {
      suspended: { status: 'suspended', suspended_reason: 'unpaid since May', suspended_at: new Date() },
      expired: { status: 'expired' },
      deleted: { deleted_at: new Date() },
    };
    const id = this.tenant(name, { suspended: 7, expired: 8, deleted: 9 }[state], more[state]);
    return { id, name, owner: this.newMember(`owner.${state}`, id, 'owner') };
  }
}

function aligned(rows: Row[]): Row[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
}

/** Written past the wall by the superuser: every state that the gate and the proofs must tell apart. */
export async function makeWorld({ sql }: TestDatabase, options: WorldOptions = {}): Promise<World> {
  const tables = await everyTable();
  const rows = new Rows(tables, options);
  const [a, b, c] = [rows.business('a'), rows.business('b'), rows.business('c')];
  const platformMember = (role: PlatformRole) => rows.newMember(role.replace('_', '.'), PLATFORM_ID, role);
  const platform = {
    id: PLATFORM_ID,
    super_admin: platformMember('super_admin'),
    admin: platformMember('admin'),
    support: platformMember('support'),
    analyst: platformMember('analyst'),
  };
  rows.samples(PLATFORM_ID, new Map([[10, platform.super_admin]]), rows.ofPlatform);
  const [suspended, expired, deleted] = [rows.closed('suspended'), rows.closed('expired'), rows.closed('deleted')];
  const both = rows.person('both');
  const twice = { person: both, inA: rows.member(both, a.id, 'manager'), inB: rows.member(both, b.id, 'staff') };
  const disabled = rows.newMember('disabled.a', a.id, 'manager', { active: false });
  const nobody = rows.person('stranger');
  const stranger = { ...nobody, session: rows.session(nobody.userId, a.id, 'owner') };

  await sql.begin(async (tx) => {
    for (const { name } of tables) {
      const wanted = aligned(rows.tables.get(name) ?? []);
      if (wanted.length > 0) await tx`insert into ${tx(name)} ${tx(wanted)}`;
    }
  });
  return { platform, a, b, c, suspended, expired, deleted, twice, disabled, stranger, everyMember: rows.members };
}

/** The entry of a member's call, as the signed cookie would give it. */
export function entryOf(member: Pick<Member, 'session'>, more: Partial<Entry> = {}): Entry {
  const { session } = member;
  return {
    login: session.portal === 'admin' ? 'platform' : 'tenant',
    session: session.id,
    secretHash: session.secretHash,
    portal: session.portal,
    tenant: session.tenantId,
    library: null,
    permission: 'tests:run',
    roles: allRoles,
    evenExpired: false,
    ...more,
  };
}

const allRoles = Object.freeze(['owner', 'manager', 'staff', 'super_admin', 'admin', 'support', 'analyst']);
