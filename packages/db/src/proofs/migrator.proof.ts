import { afterAll, beforeAll, expect, test } from 'vitest';
import { closedFunctions, doorNames } from '../doors/server-doors.ts';
import { migrate } from '../migrate.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { rawConnection } from '../raw-connection.ts';
import { startTestCluster } from '../testing/cluster.ts';
import { copyMigrations } from '../testing/migrations-folder.ts';
import { readCatalogue } from './catalogue.ts';
import { linesOf } from './catalogue-lines.ts';
import { differences, readDeclared } from './declared.ts';

let cluster: PostgresServer;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(() => cluster.stop());

async function withSuperuser(database: string, run: (sql: ReturnType<typeof rawConnection>) => Promise<void>) {
  const sql = rawConnection(cluster.url, { database });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}

test('a migrator that is no superuser builds the same wall and says which doors stay open', async () => {
  await withSuperuser('postgres', async (sql) => {
    await sql.unsafe(`create role ss_migrator login createrole noinherit password 'm'`);
    await sql.unsafe('create database app owner ss_migrator');
    await sql.unsafe('create database foreign_one');
  });
  const url = new URL(cluster.url);
  url.username = 'ss_migrator';
  url.password = 'm';
  url.pathname = '/app';
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  await migrate({ url: url.href, secret: 'proofs', log });
  const told = lines.find((line) => line.startsWith('doors')) ?? '';
  for (const door of doorNames) if (door !== 'temporary_tables') expect(told).toContain(door);
  const first = lines.length;
  await migrate({ url: url.href, secret: 'proofs', log });
  expect(lines.slice(first).filter((line) => line.startsWith('applied'))).toEqual([]);

  // A superuser who migrates once more closes the rest; what is left over is the migrator's own.
  const superuser = new URL(cluster.url);
  superuser.pathname = '/app';
  await migrate({ url: superuser.href, secret: 'proofs', log });
  await withSuperuser('app', async (sql) => {
    const catalogue = await readCatalogue(sql, closedFunctions);
    expect(catalogue.openFunctions).toEqual([]);
    // What is not ours stays as it was, and is told.
    expect(lines.at(-1)).toBe(
      'every login of this server may enter its other databases, ours too: foreign_one, postgres, template1',
    );
    const [foreign] = await sql<
      { acl: string | null }[]
    >`select datacl::text as acl from pg_database where datname = 'foreign_one'`;
    expect(foreign).toEqual({ acl: null });
    const rest = differences(linesOf(catalogue), await readDeclared(sql)).filter(
      (line) => !line.includes('ss_migrator'),
    );
    expect(rest).toEqual([]);
  });

  // And the next one need be none, though the doors are closed: it has a lock, and may make migrations wait for it.
  const folder = copyMigrations();
  const name = folder.add(
    'next',
    '-- outside a transaction\ncreate index concurrently if not exists x_idx on libraries (tenant_id, city);',
  );
  await Promise.all([1, 2].map(() => migrate({ url: url.href, secret: 'proofs', folder: folder.path, log })));
  expect(lines.filter((line) => line === `applied ${name}`)).toHaveLength(1);
  folder.remove();
});
