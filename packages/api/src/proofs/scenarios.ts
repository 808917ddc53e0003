import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { newLibrary } from '../domains/libraries/examples.ts';
import { newTenant } from '../domains/tenants/examples.ts';
import { openStage, type Roots, type Stage, type Who } from '../testing/stage.ts';

/** What must not happen, played against any copy of the product; each gives what went wrong. */
export type Scenario = (stage: Stage, roots: Roots) => Promise<string[]>;

const ROUNDS = 6;
const rights = { added: [], removed: [] };
const invitation = (email: string, role = 'staff') => ({
  ...{ requestKey: randomUUID(), email, name: 'Ravi Das', role, ...rights },
});

function teller(stage: Stage, roots: Roots) {
  const faults: string[] = [];
  const owner = (who: Who, path: string, input: unknown) => stage.call(roots, 'owner', path, who, input);
  const admin = (path: string, input: unknown) =>
    stage.call(roots, 'admin', path, stage.world.platform.super_admin.session, input);
  const must = (what: string, seen: unknown, wanted: unknown) => {
    if (seen !== wanted) faults.push(`${what}: ${String(seen)}, not ${String(wanted)}`);
  };
  return { faults, owner, admin, must };
}

export const grantsMoreThanHeld: Scenario = async (stage, roots) => {
  const { faults, owner, must } = teller(stage, roots);
  const { a } = stage.world;
  const powers = '{users:create,users:update,users:delete}';
  await stage.database.sql`update memberships set added = ${powers} where id = ${a.manager.membershipId}`;
  const who = a.manager.session;
  const more = { ...invitation('more@example.test'), added: ['payments:refund'] };
  must(
    'a manager makes an owner',
    (await owner(who, 'staff.invite', invitation('o@example.test', 'owner'))).fault,
    'insufficient_permissions',
  );
  must('a manager grants what they lack', (await owner(who, 'staff.invite', more)).fault, 'insufficient_permissions');
  const demote = { id: a.owner.membershipId, version: 1, role: 'staff', ...rights };
  must('a manager demotes an owner', (await owner(who, 'staff.update', demote)).fault, 'insufficient_permissions');
  return faults;
};

export const ownRightsChanged: Scenario = async (stage, roots) => {
  const { faults, owner, must } = teller(stage, roots);
  const { a } = stage.world;
  await stage.database.sql`update memberships set role = 'owner' where id = ${a.manager.membershipId}`;
  const self = { id: a.owner.membershipId, version: 1, role: 'manager', ...rights };
  must(
    'an owner changes their own role',
    (await owner(a.owner.session, 'staff.update', self)).fault,
    'insufficient_permissions',
  );
  must(
    'an owner removes themselves',
    (await owner(a.owner.session, 'staff.remove', self)).fault,
    'insufficient_permissions',
  );
  return faults;
};

export const lastOwnerRemoved: Scenario = async (stage, roots) => {
  const { faults, owner, must } = teller(stage, roots);
  const { sql } = stage.database;
  const { b } = stage.world;
  const both = [b.owner.membershipId, b.manager.membershipId];
  for (let round = 0; round < ROUNDS && faults.length === 0; round += 1) {
    await sql`update memberships set role = 'owner', removed_at = null, version = 1 where id = any(${both})`;
    await sql`update memberships set accepted_at = now() where id = any(${both})`;
    await Promise.all([
      owner(b.owner.session, 'staff.remove', { id: b.manager.membershipId, version: 1 }),
      owner(b.manager.session, 'staff.remove', { id: b.owner.membershipId, version: 1 }),
    ]);
    const [left] =
      await sql`select count(*)::int as all from memberships where id = any(${both}) and removed_at is null`;
    must('owners left after two removed each other', left?.['all'], 1);
  }
  return faults;
};

/** Someone is made a clerk while their change of staff waits for the one before it. */
export const rightsTakenMeanwhile: Scenario = async (stage, roots) => {
  const { faults, owner, must } = teller(stage, roots);
  const { sql } = stage.database;
  const { b } = stage.world;
  const change = { id: b.staff.membershipId, version: 1, role: 'staff', added: [], removed: ['libraries:read'] };
  const tries = { 'staff.update': change, 'staff.invite': invitation('meanwhile@example.test') };
  for (const [path, input] of Object.entries(tries)) {
    await sql`update memberships set role = 'owner' where id = ${b.manager.membershipId}`;
    const waiting = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`${b.id}:staff`}, 0))`;
      const call = owner(b.manager.session, path, input);
      await untilSomeoneWaits(stage, call);
      await tx`update memberships set role = 'staff' where id = ${b.manager.membershipId}`;
      return { call };
    });
    must(`${path} by someone demoted meanwhile`, (await waiting.call).fault, 'changed_meanwhile');
  }
  return faults;
};

/** A password that leaked long ago passes the rules of a page: each way to set one asks the list. */
export const leakedPassword: Scenario = async (stage, roots) => {
  const { faults, owner, must } = teller(stage, roots);
  const { a } = stage.world;
  const leaked = 'Liverpool1';
  await stage.work();
  await owner(a.owner.session, 'staff.invite', invitation('leaked@example.test'));
  await owner(a.owner.session, 'staff.sendReset', { id: a.staff.membershipId });
  await stage.done();
  const invited = stage.mail.tokenFor('leaked@example.test');
  const reset = stage.mail.tokenFor(a.staff.email);
  const accepted = { token: invited, password: leaked };
  must('refused on joining', (await owner(null, 'identity.acceptInvitation', accepted)).fault, 'validation');
  const renewed = { token: reset, password: leaked };
  must('refused on reset', (await owner(null, 'identity.resetPassword', renewed)).fault, 'validation');
  const change = { current: 'whatever it was', next: leaked };
  must('refused on change', (await owner(a.owner.session, 'identity.changePassword', change)).fault, 'validation');
  return faults;
};

async function untilSomeoneWaits({ database: { sql } }: Stage, call: Promise<unknown>): Promise<void> {
  let isOver = false;
  void call.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const [waits] = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`;
    if (waits) return;
  }
}

async function race(
  stage: Stage,
  roots: Roots,
  plan: { table: string; limit: string; path: string; input(n: number): unknown },
) {
  const { faults, owner, must } = teller(stage, roots);
  const { sql } = stage.database;
  const { c } = stage.world;
  for (let round = 0; round < ROUNDS && faults.length === 0; round += 1) {
    const [before] = await sql<{ all: number }[]>`
      select count(*)::int as all from ${sql(plan.table)} where tenant_id = ${c.id} and ${plan.table === 'memberships' ? sql`removed_at is null` : sql`true`}`;
    await sql`update tenants set ${sql(plan.limit)} = ${(before?.all ?? 0) + 1} where id = ${c.id}`;
    const tries = [1, 2, 3, 4, 5].map((n) => owner(c.owner.session, plan.path, plan.input(round * 10 + n)));
    const made = (await Promise.all(tries)).filter(({ fault }) => fault === null).length;
    must('made in the last place of the plan', made, 1);
  }
  return faults;
}

export const libraryLimit: Scenario = (stage, roots) =>
  race(stage, roots, {
    ...{ table: 'libraries', limit: 'max_libraries', path: 'libraries.create' },
    input: (n) => newLibrary(`RACE-${n}`),
  });

export const staffLimit: Scenario = (stage, roots) =>
  race(stage, roots, {
    ...{ table: 'memberships', limit: 'max_staff', path: 'staff.invite' },
    input: (n) => invitation(`race.${n}@example.test`),
  });

export const staleVersion: Scenario = async (stage, roots) => {
  const { faults, owner, admin, must } = teller(stage, roots);
  const { a, b } = stage.world;
  const library = () => ({ requestKey: randomUUID(), id: a.libraries[0], version: 1, status: 'inactive' });
  await owner(a.owner.session, 'libraries.setStatus', library());
  must(
    'a library changed twice from version 1',
    (await owner(a.owner.session, 'libraries.setStatus', library())).fault,
    'changed_meanwhile',
  );
  const { requestKey: _, ...details } = newTenant('Renamed', 'unused@example.test');
  await admin('tenants.update', { id: b.id, version: 1, ...details });
  must(
    'a tenant changed twice from version 1',
    (await admin('tenants.update', { id: b.id, version: 1, ...details })).fault,
    'changed_meanwhile',
  );
  return faults;
};

export const bothTrails: Scenario = async (stage, roots) => {
  const { faults, admin, must } = teller(stage, roots);
  const { b } = stage.world;
  const made = await admin('tenants.create', newTenant('Trail Library', 'trail@example.test'));
  must('provisioning', made.fault, null);
  const suspended = await admin('tenants.suspend', { id: b.id, version: 1, reason: 'The invoice is unpaid' });
  must('suspension', suspended.fault, null);
  for (const name of ['tenant.created', 'tenant.suspended']) {
    const [trails] = await stage.database.sql`
      select count(distinct tenant_id)::int as all from domain_events where name = ${name}`;
    must(`trails that hold ${name}`, trails?.['all'], 2);
  }
  return faults;
};

export const formulaInCsv: Scenario = async (stage, roots) => {
  const { faults, admin, must } = teller(stage, roots);
  const { sql } = stage.database;
  await sql`update domain_events set actor_name = '=HYPERLINK("http://x")'`;
  const answer = await admin('audit.exportCsv', {});
  must(
    'a cell that runs',
    /(^|,|\n)"?[=+\-@\t]/.test(JSON.stringify(answer.data).replaceAll('\\"', '"').replaceAll('\\r\\n', '\n')),
    false,
  );
  return faults;
};

export const oneKeyOnce: Scenario = async (stage, roots) => {
  const { faults, owner, must } = teller(stage, roots);
  const who = stage.world.a.owner.session;
  const input = newLibrary('KEY-1');
  const first = await owner(who, 'libraries.create', input);
  const second = await owner(who, 'libraries.create', input);
  must('the same key answers the same again', isDeepStrictEqual(second, first), true);
  must('another body under it', (await owner(who, 'libraries.create', { ...input, code: 'KEY-2' })).fault, 'conflict');
  return faults;
};

export const platformSettingByTenant: Scenario = async (stage, roots) => {
  const { faults, owner, must } = teller(stage, roots);
  const put = { key: 'platform.notice', value: 'mine', version: 0 };
  must(
    'a tenant puts a setting of the platform',
    (await owner(stage.world.a.owner.session, 'settings.put', put)).fault,
    'validation',
  );
  return faults;
};

/** On a stage of its own: each spoils it for the next. */
export async function play(scenario: Scenario, roots: Roots): Promise<string[]> {
  const stage = await openStage();
  try {
    return await scenario(stage, roots);
  } finally {
    await stage.close();
  }
}
