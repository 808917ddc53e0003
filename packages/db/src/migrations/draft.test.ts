import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foreignKey, index, text, uuid } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { differenceOf, takeSnapshot } from '../declared-sql.ts';
import { everyTable } from '../every-table.ts';
import { migrate } from '../migrate.ts';
import { declaredTables } from '../schema/declaration.ts';
import { libraries } from '../schema/libraries.ts';
import { tenantTable } from '../schema/tenant-table.ts';
import { words } from '../schema/words.ts';
import { withTestDatabase } from '../testing/database.ts';
import { copyMigrations } from '../testing/migrations-folder.ts';
import { testSecret } from '../testing/template.ts';
import { draftMigration, draftText, readSnapshot } from './draft.ts';
import { draftMark } from './files.ts';

it('every table is as the last migration left it', async () => {
  const difference = await differenceOf(readSnapshot(), takeSnapshot(await everyTable()));
  expect(difference, 'a table changed: npm run migration -- NAME writes how').toEqual({
    ddl: [],
    guards: [],
    gone: [],
  });
});

it('a table that is new is drawn with all that guards it, and can be migrated as it is', async () => {
  const tables = await everyTable();
  const was = takeSnapshot(tables);
  tenantTable(
    'probe',
    { name: words('name').notNull(), note: text('note'), libraryId: uuid('library_id') },
    {
      tenant: { reads: 'own', adds: true, changes: ['note'] },
      kept: 'as long as its tenant',
      sample: (n) => ({ name: `Probe ${n}` }),
      keys: (t) => [
        index('probe_tenant_id_name_idx').on(t.tenantId, t.name, t.id),
        foreignKey({
          name: 'probe_library_fkey',
          columns: [t.tenantId, t.libraryId],
          foreignColumns: [libraries.tenantId, libraries.id],
        }),
      ],
    },
  );
  const probe = declaredTables.get('probe');
  if (!probe) throw new Error('the table was not declared');
  const { ddl, guards, gone } = await differenceOf(was, takeSnapshot([...tables, probe]));
  declaredTables.delete('probe');
  expect(gone).toEqual([]);
  expect(guards).toEqual([
    'alter table probe enable row level security;',
    'alter table probe force row level security;',
    `create policy wall on probe to ss_tenant, ss_owner\n  using (tenant_id = current_setting('app.tenant_id')::uuid)\n  with check (tenant_id = current_setting('app.tenant_id')::uuid);`,
    'grant select on probe to ss_tenant;',
    'grant insert on probe to ss_tenant;',
    'grant update (note) on probe to ss_tenant;',
  ]);

  const test = await withTestDatabase();
  const folder = copyMigrations();
  const up = () => migrate({ url: test.ownerUrl, secret: testSecret, folder: folder.path, log: () => undefined });
  const name = folder.add('probe', draftText({ ddl, guards, gone }, '0001'));
  await expect(up()).rejects.toThrow(`${name} is a draft`);
  const file = join(folder.path, `${name}.sql`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(draftMark, 'A table for a test.'));
  await up();
  const [made] = await test.sql<{ forced: boolean; sorted: string }[]>`
    select c.relforcerowsecurity as forced, attcollation::regcollation::text as sorted
      from pg_class c join pg_attribute a on a.attrelid = c.oid and attname = 'name' where c.relname = 'probe'`;
  expect(made).toEqual({ forced: true, sorted: 'wall.people' });
  folder.remove();
  await test.drop();
});

it('what is granted anew is written, what is granted no more is left to a person', async () => {
  const is = takeSnapshot(await everyTable());
  const [grant = ''] = (is.guards['libraries'] ?? []).filter((statement) => statement.startsWith('grant update'));
  const narrow = 'grant update (name) on libraries to ss_tenant';
  const guards = is.guards['libraries']?.map((statement) => (statement === grant ? narrow : statement)) ?? [];
  const was = { ...is, guards: { ...is.guards, libraries: guards } };
  const difference = await differenceOf(was, is);
  expect(difference).toEqual({ ddl: [], guards: [`${grant};`], gone: [`${narrow};`] });
  expect(draftText(difference, '0009')).toContain(`revoke or drop what these once gave.\n--   ${narrow};`);
});

it('the file takes the next number, and a second drawing finds nothing more', async () => {
  const folder = copyMigrations();
  const first = await draftMigration('nothing_new', folder.path);
  const second = await draftMigration('nothing_new', folder.path);
  expect(Number(second.slice(0, 4))).toBe(Number(first.slice(0, 4)) + 1);
  expect(readFileSync(join(folder.path, `${second}.sql`), 'utf8').split('\n')).toHaveLength(3);
  await expect(draftMigration('No Name', folder.path)).rejects.toThrow('a-z, 0-9 and _');
  folder.remove();
});
