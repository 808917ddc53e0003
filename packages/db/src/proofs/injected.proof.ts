import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Login, logins } from '../logins.ts';
import { rawConnection } from '../raw-connection.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { closedStatements } from './behaviour-roles.ts';
import { attacks, attempt, denied, outcome } from './injected.ts';
import { A, makePeople } from './people.ts';

// Raw connections of the real logins, past the handle: what the server alone refuses. What it cannot refuse (SET,
// COMMIT, PREPARE, COPY TO STDOUT, a login's own ALTER ROLE) the handle never sends, which its own proofs show.
let database: TestDatabase;
beforeAll(async () => {
  database = await withTestDatabase();
  await makePeople(database.sql);
});
afterAll(() => database.drop());

const names = Object.keys(logins) as Login[];

async function left(owner: Sql): Promise<Record<string, unknown>> {
  const [row] = await owner<Record<string, unknown>[]>`
    select (select count(*)::int from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where rolname like 'ss\_%') as settings,
      (select count(*)::int from pg_largeobject_metadata) as objects,
      (select count(*)::int from pg_locks l where locktype = 'advisory'
        and l.database = (select oid from pg_database where datname = current_database())) as locks,
      (select count(*)::int from pg_policy where polname = 'wall') as walls,
      (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relname = 'fresh') as tables`;
  return { ...row };
}

describe.each(names)('injected SQL on the %s login', (name) => {
  let sql: Sql;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    sql = rawConnection(database.urls[name]);
    before = await left(database.sql);
  });
  afterAll(() => sql.end());

  test('a plain query goes through', async () => {
    expect(await attempt(sql, 'select now()', A)).toBe('went through');
  });

  test('every fragment is refused', async () => {
    const wrong: string[] = [];
    for (const [, text, wanted] of attacks) {
      const got = await attempt(sql, text, A);
      if (got !== wanted) wrong.push(`${text}: ${got} in place of ${wanted}`);
    }
    expect(wrong).toEqual([]);
    process.stdout.write(`figures: injected: ${attacks.length} fragments refused on ${logins[name]}\n`);
  });

  test('every whole statement that the server can refuse is refused', async () => {
    const wrong: string[] = [];
    for (const [what, statement] of closedStatements) {
      const got = await attempt(sql, statement, A);
      if (got !== denied) wrong.push(`${what}: ${got}`);
    }
    const dropped = await attempt(sql, 'drop owned by current_user cascade', A);
    if (dropped === 'went through') wrong.push('drop owned went through');
    expect(wrong).toEqual([]);
  });

  test('nothing is left behind', async () => {
    const [claim] = await sql<{ claim: string | null }[]>`select current_setting('app.tenant_id', true) as claim`;
    expect(claim?.claim ?? '').toBe('');
    expect(await left(database.sql)).toEqual(before);
  });

  test('other databases of the cluster are shut', async () => {
    const other = rawConnection(database.urls[name], { database: 'postgres' });
    expect(await outcome(other`select 1`)).toBe(denied);
    await other.end();
  });

  test('a wrong password is refused', async () => {
    const url = new URL(database.urls[name]);
    url.password = 'wrong';
    const other = rawConnection(url.href);
    expect(await outcome(other`select 1`)).toBe('28P01');
    await other.end();
  });
});

test('a missing claim is an error on a fresh and on a used connection', async () => {
  const sql = rawConnection(database.urls.tenant);
  expect(await outcome(sql`select * from libraries`)).toBe('42704');
  await sql.begin(async (tx) => {
    await tx.unsafe(`set local app.tenant_id = '${A}'`).simple();
    expect(await tx`select * from libraries`).toHaveLength(1);
  });
  expect(await outcome(sql`select * from libraries`)).toBe('22P02');
  expect(await outcome(sql`insert into settings (key, value) values ('x', '1')`)).toBe('22P02');
  await sql.end();
});
