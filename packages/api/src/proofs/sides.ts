import { randomBytes, randomUUID } from 'node:crypto';
import { everyTable } from '@studyspot/db/every-table';
import type { Declared } from '@studyspot/db/schema/declaration';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import type { TestDatabase } from '@studyspot/db/testing/database';
import { insertText, sampleRow } from '@studyspot/db/testing/samples';
import type { Business, Member, TestSession } from '@studyspot/db/testing/world';
import { newToken } from '../one-time-token.ts';
import type { PortalName } from '../request.ts';
import { known } from '../sign-in/password-line.ts';
import type { Side } from '../testing/example.ts';
import type { Stage } from '../testing/stage.ts';

const PASSWORD = 'Chandra-Gupta-4711';

export interface Cast {
  portal: PortalName;
  name: string;
  caller: TestSession;
  own: Side;
  foreign: Side;
  /** Rows of these must stay as they are, and nothing of them may be answered. */
  strangers: Business[];
  /** Both directions of the platform own the same: it is called once with what is its own. */
  hasControl: boolean;
}

async function anotherSession({ database: { sql } }: Stage, { session }: Member): Promise<string> {
  const id = randomUUID();
  await sql`insert into sessions (id, user_id, portal, seed, secret_hash, access_ends_at, idle_days, idle_ends_at, ends_at, for_tenant)
    select ${id}, user_id, portal, seed, ${randomBytes(32)}, access_ends_at, idle_days, idle_ends_at, ends_at, for_tenant
    from sessions where id = ${session.id}`;
  return id;
}

async function tokensFor({ database: { sql } }: Stage, member: Member, invited: Member): Promise<Side['tokens']> {
  const make = async (purpose: string, data: string | null) => {
    const { token, tokenHash } = newToken();
    const who = purpose === 'invite' ? invited : member;
    await sql`insert into one_time_tokens (token_hash, purpose, user_id, for_tenant, membership_id, data, expires_at)
      values (${Buffer.from(tokenHash)}, ${purpose}, ${who.userId}, ${who.tenantId},
        ${purpose === 'invite' ? who.membershipId : null}, ${data}, now() + interval '1 hour')`;
    return token;
  };
  return {
    reset: await make('reset', null),
    verify: await make('verify', member.email),
    invite: await make('invite', null),
    device: await make('device', randomUUID()),
    email: await make('email', `moved.${member.userId}@example.test`),
  };
}

// Every stage has the same key: one hash is good for all.
let passwordHash: Promise<string> | null = null;

/** Someone to act on: everyone has a password, the platform an open invitation, and A an owner who has not begun. */
export async function prepare(stage: Stage): Promise<void> {
  const { sql } = stage.database;
  const { platform, a } = stage.world;
  passwordHash ??= stage.apps.owner.services.passwords.hash(PASSWORD, known('stage'));
  await sql`update users set password_hash = ${await passwordHash}`;
  await sql`update memberships set accepted_at = null where id = ${platform.analyst.membershipId}`;
  await sql`update memberships set role = 'owner' where id = ${a.invited.membershipId}`;
  // What the platform's staff do about jobs: one that was given up, called like its tenant, and a queue that is paused.
  await sql`insert into jobs (for_tenant, id, queue, kind, state, attempt) values (${a.id}, ${a.id}, 'plain', 'jobProof', 'dead', 8)`;
  await sql`insert into job_pauses (queue, for_tenant, reason) values ('bulk', ${a.id}, 'for a proof')`;
  // What they announce: a draft, called like the customer who is removed, and one that runs, like who is suspended.
  const { deleted, suspended } = stage.world;
  await sql`insert into announcements (tenant_id, id, name, body, starts_at, ends_at, published_at)
    select ${PLATFORM_ID}::uuid, id, 'Repair', 'On Sunday.', '2026-01-01'::timestamptz, '2099-01-01'::timestamptz, published_at
      from (values (${deleted.id}::uuid, null::timestamptz), (${suspended.id}::uuid, now())) v (id, published_at)`;
  // And students who were removed.
  for (const business of [a, stage.world.b])
    await sql`insert into students (tenant_id, id, home_id, code, name, phone, sought, phone_tail, removed_at)
      values (${business.id}, ${removedStudentOf(business)}, ${business.libraries[0]}, 'GONE', 'Gone', '+919000000001', ' gone', '1', now())`;
  // And what it decides about: one in each standing, under ids that others of the world have, and one to hand in each.
  const [decided] = (await everyTable()).filter(({ name }) => name === 'libraries');
  const lay = async (tenant: string, id: string, approval: string, suspended = false) => {
    const row = {
      ...sampleRow(decided as Declared, 9, tenant),
      id,
      code: id.slice(0, 8),
      approval,
      approval_reason: 'for a proof',
    };
    const shut = { suspended_at: new Date(), suspended_reason: 'for a proof' };
    await sql.unsafe(insertText(decided as Declared, { ...row, ...(suspended && shut) }));
  };
  const { c } = stage.world;
  await lay(c.id, a.id, 'approved');
  await lay(c.id, deleted.id, 'pending');
  await lay(c.id, platform.analyst.membershipId, 'rejected');
  await lay(c.id, suspended.id, 'approved', true);
  for (const business of [a, stage.world.b]) await lay(business.id, removedStudentOf(business), 'changes_requested');
  // What they have agreed to, which nobody has taken back: the first that is found.
  for (const business of [a, stage.world.b])
    await sql`insert into consents (tenant_id, id, student_id, purpose, wording, language, through, given_by, given_on, member_id, member_name)
      select tenant_id, ('00000000' || substr(id::text, 9))::uuid, student_id, 'photo', wording, language, through, given_by, given_on, member_id, member_name
        from consents where tenant_id = ${business.id} limit 1`;
  // And a letter that did not arrive.
  await sql`insert into letters (id, user_id, purpose, portal, fate, ended_at)
    values (${a.id}, ${a.owner.userId}, 'verify', 'owner', 'address', now())`;
}

/** The rows with an id that a tenant has, of every table there is. */
export async function rowsUnder({ sql }: TestDatabase, tenant: string): Promise<{ table: string; id: string }[]> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'domain\\_events\\_%'
      and column_name in ('tenant_id', 'id') group by table_name having count(*) = 2`;
  const rows = tables.map(
    ({ name }) => sql<{ table: string; id: string }[]>`
      select ${name} as table, id from ${sql(name)} where tenant_id = ${tenant} order by id`,
  );
  return (await Promise.all(rows)).flat();
}

export async function rowsOf(database: TestDatabase, tenant: string): Promise<Side['row']> {
  const rows = await rowsUnder(database, tenant);
  return (table) => {
    const found = rows.find((row) => row.table === table);
    if (!found) throw new Error(`the world has no row of ${table}: its declaration gives no sample`);
    return found.id;
  };
}

/** Behind all others: the first of a table is one that is here. */
export const removedStudentOf = ({ removed }: Business): string => `ffffffff${removed.membershipId.slice(8)}`;

async function noticeOf({ database: { sql } }: Stage, { membershipId }: Member): Promise<string> {
  const [notice] = await sql<{ id: string }[]>`select id from notifications where member_id = ${membershipId}`;
  if (!notice) throw new Error('the world has told this member nothing');
  return notice.id;
}

async function sideOf(stage: Stage, business: Business): Promise<Side> {
  return {
    row: await rowsOf(stage.database, business.id),
    tenantId: business.id,
    homeId: business.id,
    memberId: business.staff.membershipId,
    invitedId: business.invited.membershipId,
    removedId: removedStudentOf(business),
    noticeId: await noticeOf(stage, business.owner),
    sessionId: await anotherSession(stage, business.owner),
    suspendedId: stage.world.suspended.id,
    deletedId: stage.world.deleted.id,
    tokens: await tokensFor(stage, business.manager, business.invited),
    password: PASSWORD,
  };
}

async function platformSide(stage: Stage): Promise<Side> {
  const { platform, a, suspended, deleted } = stage.world;
  return {
    row: await rowsOf(stage.database, a.id),
    tenantId: a.id,
    homeId: PLATFORM_ID,
    memberId: platform.support.membershipId,
    invitedId: platform.analyst.membershipId,
    removedId: removedStudentOf(a),
    noticeId: await noticeOf(stage, platform.super_admin),
    sessionId: await anotherSession(stage, platform.super_admin),
    suspendedId: suspended.id,
    deletedId: deleted.id,
    tokens: await tokensFor(stage, platform.admin, platform.analyst),
    password: PASSWORD,
  };
}

// To the platform's staff, a library's people and the platform's own row are what it must not reach.
async function beyondPlatform(stage: Stage, business: Business): Promise<Side> {
  const side = await sideOf(stage, business);
  return { ...side, tenantId: PLATFORM_ID, suspendedId: PLATFORM_ID, deletedId: PLATFORM_ID };
}

export function unknownLike(side: Side): Side {
  const id = randomUUID;
  const made = new Map<string, string>();
  const row = (table: string) => {
    made.set(table, made.get(table) ?? id());
    return made.get(table) ?? '';
  };
  const people = { memberId: id(), invitedId: id(), removedId: id() };
  const ids = { tenantId: id(), homeId: id(), ...people, noticeId: id(), sessionId: id() };
  return { ...side, ...ids, row, suspendedId: id(), deletedId: id() };
}

export async function ownerCasts(stage: Stage): Promise<Cast[]> {
  const { a, b } = stage.world;
  const [ofA, ofB] = [await sideOf(stage, a), await sideOf(stage, b)];
  const cast = (name: string, self: Business, own: Side, other: Business, foreign: Side): Cast => {
    const caller = self.owner.session;
    return { portal: 'owner', name, caller, own, foreign, strangers: [other], hasControl: true };
  };
  return [cast('A with what is B’s', a, ofA, b, ofB), cast('B with what is A’s', b, ofB, a, ofA)];
}

export async function adminCasts(stage: Stage): Promise<Cast[]> {
  const { platform, a, b } = stage.world;
  const own = await platformSide(stage);
  const caller = platform.super_admin.session;
  const cast = (name: string, foreign: Side, hasControl: boolean): Cast => {
    return { portal: 'admin', name, caller, own, foreign, strangers: [], hasControl };
  };
  return [
    cast('the platform with what is A’s alone', await beyondPlatform(stage, a), true),
    cast('the platform with what is B’s alone', await beyondPlatform(stage, b), false),
  ];
}
