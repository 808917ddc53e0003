import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doorNames } from '../doors/server-doors.ts';
import { type Login, logins, loginUrls } from '../logins.ts';
import { migrate } from '../migrate.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { rawConnection } from '../raw-connection.ts';
import { openDatabase } from '../tenancy/database.ts';
import { startTestCluster } from '../testing/cluster.ts';
import { closedStatements } from './behaviour-roles.ts';
import { attacks, denied, extended, multiple, outcome } from './injected.ts';
import { A, B, libraryB, makePeople } from './people.ts';

// A server where nobody of ours is a superuser: PUBLIC keeps all that it was born with. docs/wall.md says what then
// gets through, in a table that this proof holds against what does.
let cluster: PostgresServer;
let urls: Record<Login, string>;
let superuser: Sql;
beforeAll(async () => {
  cluster = await startTestCluster();
  const maker = rawConnection(cluster.url);
  await maker.unsafe(`create role ss_migrator login createrole noinherit password 'm'`);
  await maker.unsafe('create database app owner ss_migrator');
  await maker.end();
  const url = new URL(cluster.url);
  url.pathname = '/app';
  superuser = rawConnection(url.href);
  url.username = 'ss_migrator';
  url.password = 'm';
  await migrate({ url: url.href, secret: 'proofs', log: () => undefined });
  urls = loginUrls(url.href, 'proofs');
  await makePeople(superuser);
});
afterAll(async () => {
  await superuser.end();
  await cluster.stop();
});

const told = () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/wall.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z_]+)` \| [^|]+ \| ([^|]+) \|$/gm)];
  return {
    doors: rows.map(([, door]) => door ?? '').sort(),
    attacks: rows
      .flatMap(([, , names]) => (names ?? '').split(',').map((name) => name.trim()))
      .filter((n) => n !== '-'),
  };
};

const readiness = async (acceptedDoors: readonly string[]) => {
  const { tenant, auth } = urls;
  const database = openDatabase({ urls: { tenant, auth }, acceptedDoors });
  return database
    .ready()
    .then(
      () => 'ready',
      (error: Error) => error.message,
    )
    .finally(() => database.close());
};

/** Rolled back whatever happens: the attacks do not build on one another. */
const tried = (sql: Sql, text: string) =>
  outcome(
    sql
      .begin(async (tx) => {
        await tx.unsafe(`set local app.tenant_id = '${A}'`).simple();
        await tx.unsafe(text, [], extended);
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      }),
  );
class RolledBack extends Error {}

test('no portal is ready until every open door was accepted by name', async () => {
  const open = told().doors;
  expect(open).toEqual(doorNames.filter((door) => door !== 'temporary_tables').sort());
  expect(await readiness([])).toContain(`stand open to this portal: ${open.join(', ')}.`);
  for (const door of open) {
    const but = open.filter((each) => each !== door);
    expect(await readiness(but)).toContain(`stand open to this portal: ${door}.`);
  }
  expect(await readiness(['set_confg'])).toContain('ACCEPTED_OPEN_DOORS names set_confg');
  expect(await readiness(open)).toBe('ready');
});

test('what then gets through is what docs/wall.md names', async () => {
  const through = new Set<string>();
  const fragments = new Set<string>();
  let tries = 0;
  for (const login of Object.keys(logins) as Login[]) {
    const sql = rawConnection(urls[login]);
    const whole = closedStatements.map(([attack, statement]) => [attack, statement] as const);
    for (const [attack, text] of [...attacks, ...whole]) {
      tries++;
      const got = await tried(sql, text);
      if ([denied, multiple].includes(got)) continue;
      through.add(attack);
      if (!whole.some(([, statement]) => statement === text)) fragments.add(attack);
    }
    await sql.end();
  }
  expect([...through].sort()).toEqual([...told().attacks].sort());
  process.stdout.write(
    `figures: managed: ${tries} attacks on three logins, ${through.size} kinds get through (${fragments.size} as fragments), as docs/wall.md names\n`,
  );
});

test('one fragment reads another tenant where set_config is open, and a forgotten claim still reads nothing', async () => {
  const sql = rawConnection(urls.tenant);
  const foreign = await sql.begin(async (tx) => {
    await tx.unsafe(`set local app.tenant_id = '${A}'`).simple();
    return tx.unsafe(
      `select l.id from (select set_config('app.tenant_id', '${B}', true) offset 0) x,
        lateral (select id from libraries where x.set_config <> '' offset 0) l`,
      [],
      extended,
    );
  });
  expect(foreign.map(({ id }) => id)).toEqual([libraryB]);
  expect(await outcome(sql`select id from libraries`)).toBe('22P02');
  await sql.end();
});
