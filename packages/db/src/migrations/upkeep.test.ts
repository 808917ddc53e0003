import type { Sql } from 'postgres';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rawConnection } from '../raw-connection.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { addLeaves } from './leaves.ts';
import { resort } from './resort.ts';

let test: TestDatabase;
let sql: Sql;
let lines: string[];
const log = (line: string) => lines.push(line);
beforeEach(async () => {
  test = await withTestDatabase();
  // One connection, as a migration has.
  sql = rawConnection(test.ownerUrl);
  lines = [];
});
afterEach(async () => {
  await sql.end();
  await test.drop();
});

const leafOf = async (at: string) => {
  const tenant = '00000000-0000-7000-8000-000000000001';
  const [row] = await test.sql<{ leaf: string }[]>`
    insert into domain_events (tenant_id, id, name, subject_kind, subject_id)
      values (${tenant}, uuidv7(${at}::timestamptz - clock_timestamp()), 'probe.told', 'probe', ${at})
      returning tableoid::regclass::text as leaf`;
  return row?.leaf;
};

it('the trail has its leaves two years ahead, as closed as the first ones', async () => {
  await addLeaves(sql, new Date('2026-11-27'), log);
  expect(lines).toEqual([]);
  await addLeaves(sql, new Date('2029-12-31T23:59:59Z'), log);
  expect(lines).toEqual([2029, 2030, 2031].map((year) => `added the leaf domain_events_${year}`));
  const leaves = await test.sql<{ closed: boolean; owner: string; acl: string | null }[]>`
    select relrowsecurity and relforcerowsecurity as closed, relowner::regrole::text as owner, relacl::text as acl
      from pg_class where relname like 'domain_events_20__'`;
  expect(leaves).toHaveLength(6);
  for (const leaf of leaves) expect(leaf).toEqual({ closed: true, owner: 'ss_owner', acl: null });
  expect(await leafOf('2028-12-31T23:59:59.9Z')).toBe('domain_events_2028');
  expect(await leafOf('2029-01-01T00:00:00.1Z')).toBe('domain_events_2029');
});

it('what no leaf was made for is kept in the rest, and told', async () => {
  expect(await leafOf('2029-06-01T00:00:00Z')).toBe('domain_events_other');
  expect(await test.sql`select from domain_events where subject_id = '2029-06-01T00:00:00Z'`).toHaveLength(1);
  await addLeaves(sql, new Date('2028-01-01'), log);
  expect(lines).toEqual([
    'the leaf domain_events_2029 cannot be added: domain_events_other already holds events of that year',
    'added the leaf domain_events_2030',
  ]);
});

it('names are sorted again when the server sorts otherwise than it did', async () => {
  const state = () => test.sql<{ file: number; valid: boolean }[]>`
    select pg_relation_filenode(indexrelid) as file, indisvalid as valid from pg_index
      where indexrelid = 'libraries_tenant_id_name_idx'::regclass`;
  const [before] = await state();
  await resort(sql, log);
  expect(await state()).toEqual([before]);
  await test.sql`update pg_collation set collversion = '0' where collname = 'people'`;
  await resort(sql, log);
  const [after] = await state();
  expect(after).toMatchObject({ valid: true });
  expect(after?.file).not.toBe(before?.file);
  await resort(sql, log);
  const [sorted] = await test.sql`
    select count(*) from pg_index, pg_collation c where c.collname = 'people' and c.oid = any(indcollation)`;
  expect(lines).toEqual([`sorted ${sorted?.['count']} indexes again, by the order of the server as it is now`]);
});
