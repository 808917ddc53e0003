import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrationNames, numberOf } from '../migrations/files.ts';
import { libraries } from '../schema/libraries.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { copyMigrations, type MigrationsFolder } from '../testing/migrations-folder.ts';
import { testSecret } from '../testing/template.ts';
import { entryOf, makeWorld, type World } from '../testing/world.ts';
import { type Database, openDatabase } from './database.ts';
import { requireFit } from './level.ts';

describe('a rolling deployment', () => {
  let test: TestDatabase;
  let world: World;
  let folder: MigrationsFolder;
  let old: Database;
  const code = migrationNames().at(-1) ?? '';
  const up = (path: string) => migrate({ url: test.ownerUrl, secret: testSecret, folder: path, log: () => undefined });

  beforeAll(async () => {
    test = await withTestDatabase();
    world = await makeWorld(test);
    folder = copyMigrations();
    old = openDatabase({ urls: test.urls });
  });
  afterAll(async () => {
    await old.close();
    folder.remove();
    await test.drop();
  });

  it('old code goes on under a newer level that says so, and is not ready under one that does not', async () => {
    const read = () => old.read(entryOf(world.a.owner), ({ db }) => db.select({ id: libraries.id }).from(libraries));
    const before = await read();
    const next = folder.add(
      'wider',
      `-- works with code from ${numberOf(code)}
       alter table libraries add column floor integer; alter table libraries alter column name type varchar(300);
       alter table libraries alter column name type text;`.replace(/\n\s+/g, '\n'),
    );
    let stop = false;
    let calls = 0;
    const calling = Promise.all(
      Array.from({ length: 6 }, async () => {
        for (; !stop; calls++) expect((await read()).result).toHaveLength(before.result.length);
      }),
    );
    await up(folder.path);
    stop = true;
    await calling;
    expect(calls).toBeGreaterThan(20);
    expect(await old.identity.level()).toEqual({ newest: next, oldestCode: numberOf(code) });
    await old.ready();

    const breaking = folder.add('breaking', 'alter table libraries drop column floor;');
    await up(folder.path);
    await expect(old.ready()).rejects.toThrow(`The database is at ${breaking}, which code at ${code} does not fit`);
    // And new code before its migration.
    await test.sql`delete from wall.migrations where name >= ${code}`;
    await expect(old.ready()).rejects.toThrow(`the code at ${code}: migrate first`);
  });
});

describe('levels', () => {
  const level = (newest: string, oldestCode = newest.slice(0, 4)) => ({ newest, oldestCode });
  it.each([
    ['the same', level('0009_x'), true],
    ['the same, which older code fits too', level('0009_x', '0005'), true],
    ['behind', level('0008_x'), false],
    ['ahead, and fit', level('0012_x', '0009'), true],
    ['ahead, and fit for newer code alone', level('0012_x', '0010'), false],
    ['another migration of the same number', level('0009_y', '0001'), false],
    ['an answer of old', '0006_armed_tokens', false],
    ['none', null, false],
  ])('%s', (_what, found, fits) => {
    const check = () => requireFit(found, '0009_x');
    if (fits) check();
    else expect(check).toThrow('The database is at');
  });
});
