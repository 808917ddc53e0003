import type { Declared } from '../schema/declaration.ts';
import { columnsOf, type Row, writtenColumns } from '../testing/samples.ts';
import { A, B, P } from './people.ts';
import { type Behaviour, must, type Probe, type Role } from './probe.ts';
import * as scene from './table-scene.ts';
import { accessOf, denied, fresh, insertOf, mayAdd, memberLogins, noClaim } from './table-scene.ts';

// Read, add, change, upsert and delete across tenants, as each login, on any table under the wall.

const roles: readonly Role[] = [...memberLogins, 'ss_owner'];
const isDeclared = (table: Declared, role: Role) => role === 'ss_owner' || role in table.logins;
const touch = (columns: readonly string[]) => columns.map((column) => `${column} = ${column}`).join(', ');

async function reads(probe: Probe, table: Declared): Promise<void> {
  const { name, wall } = table;
  for (const role of roles) {
    if (!isDeclared(table, role)) {
      await probe.refused(role, A, `select 1 from ${name}`, denied, `reads ${name}`);
      continue;
    }
    const own = await probe.as(role, A, `select 1 from ${name} where ${wall} = '${A}'`);
    must(own.ok && own.count > 0, `control: ${role} reads its own ${name}`);
    const seen = [A, ...scene.alsoSeen(table, role)].map((tenant) => `'${tenant}'`).join(', ');
    const others = await probe.as(role, A, `select 1 from ${name} where ${wall} not in (${seen})`);
    must(others.ok && others.count === 0, `${role} reads foreign rows of ${name}`);
  }
  for (const tenant of scene.alsoSeen(table, 'ss_tenant')) {
    const shared = await probe.as('ss_tenant', A, `select 1 from ${name} where ${wall} = '${tenant}'`);
    must(shared.ok && shared.count > 0, `control: what holds for everyone is read from ${name}`);
  }
}

async function adds(probe: Probe, table: Declared): Promise<void> {
  const { name, wall } = table;
  // A fresh tenant stands under a claim of its own.
  const claim = wall === 'id' ? scene.freshTenant : A;
  const other = wall === 'id' ? scene.freshTenant : B;
  for (const role of roles) {
    const row = (tenant: string) => insertOf(table, role, fresh, tenant);
    if (!mayAdd(accessOf(table, role))) {
      await probe.refused(role, A, insertOf(table, 'ss_owner', fresh, claim), denied, `adds to ${name}`);
      continue;
    }
    await probe.allowed(role, claim, row(claim), 1, `adds to ${name}`);
    await probe.refused(role, A, row(other), denied, `adds a row of another tenant to ${name}`);
    if (wall === 'id') continue;
    await probe.scene(async () => {
      const plain = insertOf(table, role, fresh, A, ({ tenant_id: _, ...rest }) => rest);
      const added = await probe.as(role, A, `${plain} returning tenant_id`);
      must(added.ok && added.rows[0]?.['tenant_id'] === A, `the claim does not fill tenant_id of ${name} as ${role}`);
    });
  }
}

async function changes(probe: Probe, table: Declared): Promise<void> {
  const { name, wall } = table;
  for (const role of roles) {
    const { changes: free } = accessOf(table, role);
    for (const column of writtenColumns(table)) {
      const text = `update ${name} set ${touch([column])}`;
      if (!free.includes(column)) await probe.refused(role, A, text, denied, `changes ${name}.${column}`);
    }
    if (free.length === 0) continue;
    const text = `update ${name} set ${touch(free)} where ${wall}`;
    await probe.allowed(role, A, `${text} = '${A}'`, null, `changes its own ${name}`);
    const foreign = await probe.as(role, A, `${text} <> '${A}'`);
    must(foreign.ok && foreign.count === 0, `${role} changes foreign rows of ${name}`);
  }
  const given = `update ${name} set ${wall} = '${scene.freshTenant}' where ${wall} = '${A}'`;
  await probe.refused('ss_owner', A, given, denied, `gives a row of ${name} away`);
}

async function upserts(probe: Probe, table: Declared): Promise<void> {
  const { name, wall } = table;
  const columns = columnsOf(table);
  const second = ['id', 'key'].find((column) => columns.has(column)) ?? '';
  if (wall === 'id') return;
  for (const role of roles) {
    const access = accessOf(table, role);
    const free = access.changes.filter((column) => ![wall, second].includes(column ?? ''));
    if (!mayAdd(access) || free.length === 0) continue;
    const set = free.map((column) => `${column} = excluded.${column}`).join(', ');
    const upsert = (n: number, tenant: string, change?: (row: Row) => Row) =>
      `${insertOf(table, role, n, tenant, change)} on conflict (tenant_id, ${second}) do update set ${set}`;
    await probe.scene(async () => {
      const before = await scene.checksum(probe, table, B);
      await probe.allowed(role, A, upsert(scene.inA, A), 1, `upserts its own row of ${name}`);
      await probe.refused(role, A, upsert(scene.inB, B), denied, `upserts a row of another tenant in ${name}`);
      const [theirs] = await probe.owner(`select ${second}::text as key from ${name} where tenant_id = '${B}' limit 1`);
      const posed = upsert(fresh, A, (row) => ({ ...row, [second]: theirs?.['key'] }));
      must(
        (await probe.as(role, A, posed)).ok,
        `control: ${role} has a row of ${name} with another tenant's ${second}`,
      );
      must((await scene.checksum(probe, table, B)) === before, `${role} changed another tenant's ${name} by an upsert`);
    });
  }
}

async function deletes(probe: Probe, table: Declared): Promise<void> {
  const { name, wall } = table;
  for (const role of memberLogins) {
    await probe.refused(role, A, `delete from ${name}`, denied, `deletes from ${name}`);
    await probe.refused(role, A, `truncate ${name}`, denied, `truncates ${name}`);
    await probe.refused(role, A, `lock table ${name} in access exclusive mode`, denied, `locks ${name}`);
  }
  const foreign = await probe.as('ss_owner', A, `delete from ${name} where ${wall} <> '${A}'`);
  must(foreign.ok && foreign.count === 0, `ss_owner deletes foreign rows of ${name}`);
}

async function needsClaim(probe: Probe, table: Declared): Promise<void> {
  const { name } = table;
  for (const role of roles) {
    if (!isDeclared(table, role)) continue;
    const access = accessOf(table, role);
    await probe.refused(role, null, `select * from ${name}`, noClaim, `reads ${name} without a claim`);
    if (mayAdd(access)) {
      await probe.refused(role, null, insertOf(table, role, fresh, A), noClaim, `adds to ${name} without a claim`);
    }
    if (access.changes.length > 0) {
      const text = `update ${name} set ${touch(access.changes)}`;
      await probe.refused(role, null, text, noClaim, `changes ${name} without a claim`);
    }
  }
}

const rights = (name: string, privilege: string) => `array(select attname::text from pg_attribute
  where attrelid = 'public.${name}'::regclass and attnum > 0 and not attisdropped
    and has_column_privilege(current_user, attrelid, attnum, '${privilege}') order by 1)`;

/** The functions' owners and the auth login hold what is declared, no column more. */
async function others(probe: Probe, table: Declared): Promise<void> {
  const { name, gate, identity, jobs } = table;
  const columns = [...columnsOf(table).keys()];
  for (const claim of [A, P]) {
    await probe.refused('ss_auth', claim, `select * from public.${name}`, denied, `reads ${name}`);
  }
  const listed = (part: true | readonly string[] | undefined) => [...(part === true ? columns : (part ?? []))].sort();
  const held: ReadonlyArray<readonly [Role, readonly string[], readonly string[], boolean]> = [
    ['ss_gate', listed(gate), [], false],
    ['ss_identity', listed(identity.reads), listed(identity.changes), identity.removes === true],
    ['ss_jobs', listed(jobs.reads), listed(jobs.changes), jobs.removes === true],
  ];
  for (const [role, reads, changes, removes] of held) {
    const text = `select ${rights(name, 'select')} as reads, ${rights(name, 'update')} as changes,
      has_table_privilege(current_user, 'public.${name}', 'delete, truncate') as removes`;
    const answer = await probe.as(role, A, text);
    const found = answer.ok ? JSON.stringify(answer.rows[0]) : answer.code;
    must(found === JSON.stringify({ reads, changes, removes }), `${role} holds of ${name}: ${found}`);
  }
}

/** Tables of a person: behind functions, and open to the migrations' owner. */
async function behindFunctions(probe: Probe, { name, ...table }: Declared): Promise<void> {
  for (const role of scene.logins) {
    await probe.refused(role, A, `select 1 from public.${name}`, denied, `reads ${name}`);
    await probe.refused(role, A, `delete from public.${name}`, denied, `deletes from ${name}`);
  }
  const [column = ''] = columnsOf({ name, ...table }).keys();
  const found = await probe.as('ss_owner', null, `update ${name} set ${touch([column])}`);
  must(found.ok && found.count > 0, `control: a backfill of ${name} changes it`);
}

const underTheWall = {
  'a claim reads its own rows alone': reads,
  'a claim adds under its own tenant alone': adds,
  'a claim changes its own rows alone, and no fixed column': changes,
  'an upsert meets its own rows alone': upserts,
  'nothing is deleted, emptied or locked': deletes,
  'a missing claim is an error': needsClaim,
  'others hold what is declared': others,
};
const ofAPerson = { 'a table of people is behind functions': behindFunctions, 'others hold what is declared': others };

export const rowBehaviours = (table: Declared): Behaviour[] =>
  Object.entries(table.wall === null ? ofAPerson : underTheWall).map(([name, holds]) => ({
    name: `${table.name}: ${name}`,
    async holds(probe) {
      await scene.lay(probe, table);
      await holds(probe, table);
    },
  }));
