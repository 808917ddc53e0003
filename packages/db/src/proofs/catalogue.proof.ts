import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closedFunctions } from '../doors/server-doors.ts';
import { everyTable } from '../every-table.ts';
import { migrate } from '../migrate.ts';
import { trails } from '../schema/declaration.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { testSecret } from '../testing/template.ts';
import { readCatalogue } from './catalogue.ts';
import { type CatalogueLines, linesOf } from './catalogue-lines.ts';
import { differences, readDeclared } from './declared.ts';
import { brokenRules, rules } from './rules.ts';

let database: TestDatabase;
let declared: CatalogueLines;
beforeAll(async () => {
  database = await withTestDatabase();
  declared = await readDeclared(database.sql);
});
afterAll(() => database.drop());

test('Postgres has what is declared and nothing else', async () => {
  const catalogue = await readCatalogue(database.sql, closedFunctions);
  expect(differences(linesOf(catalogue), declared)).toEqual([]);
  expect(brokenRules(catalogue)).toEqual([]);
  const count = (kind: keyof typeof declared) => `${declared[kind].length} ${kind}`;
  const kinds = ['relations', 'policies', 'grants', 'keys', 'functions', 'roles'] as const;
  process.stdout.write(
    `figures: catalogue: ${kinds.map(count).join(', ')} as declared, ${Object.keys(rules).length} rules hold\n`,
  );
});

const secret = /hash|secret|seed|token|password/i;

test('what a table says of itself is so', async () => {
  const { functions, keys } = await readCatalogue(database.sql, closedFunctions);
  const wrong = (await everyTable()).flatMap(({ name, kept, loose }) => [
    ...(typeof kept === 'object' && !functions.some((one) => one.name.startsWith(`${kept.by}(`))
      ? [`${name}: there is no ${kept.by}`]
      : []),
    ...Object.keys(loose)
      .filter((column) => keys.some((key) => key.table === name && key.kind === 'f' && key.columns.includes(column)))
      .map((column) => `${name}.${column} has a key and needs no reason`),
  ]);
  const told = [...trails].flatMap(([of, columns]) => columns.map((column) => `${of} ${column}`));
  expect([...wrong, ...told.filter((line) => secret.test(line))]).toEqual([]);
  expect(trails.size).toBeGreaterThan(4);
});

test('a difference is seen', async () => {
  await database.sql
    .begin(async (tx) => {
      await tx.unsafe('grant select (name) on users to ss_tenant; create table fresh (x int)').simple();
      const found = differences(linesOf(await readCatalogue(tx, closedFunctions)), declared);
      expect(found).toContain('not declared, grants: ss_tenant table public.users: select (name)');
      expect(found).toContain('not declared, relations: public.fresh r');
      throw new Error('rolled back');
    })
    .catch((error: Error) => expect(error.message).toBe('rolled back'));
});

test('migrating again changes nothing', async () => {
  const applied: string[] = [];
  await migrate({
    url: database.ownerUrl,
    secret: testSecret,
    log: (line) => line.startsWith('applied') && applied.push(line),
  });
  expect(applied).toEqual([]);
  const files = readdirSync(join(import.meta.dirname, '../../../../drizzle')).filter((file) => file.endsWith('.sql'));
  const [level] = await database.sql<{ level: string }[]>`select identity.level() ->> 'newest' as level`;
  expect(`${level?.level}.sql`).toBe(files.sort().at(-1));
});
