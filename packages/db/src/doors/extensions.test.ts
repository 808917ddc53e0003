import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawConnection } from '../raw-connection.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { makeExtensions } from './extensions.ts';

const tenant = '00000000-0000-7000-8000-0000000000aa';
let test: TestDatabase;
let login: Sql;
beforeAll(async () => {
  test = await withTestDatabase();
  login = rawConnection(test.urls.tenant);
});
afterAll(async () => {
  await login.end();
  await test.drop();
});

const asTenant = (text: string) =>
  login
    .begin(async (tx) => {
      await tx.unsafe(`set local app.tenant_id = '${tenant}'`).simple();
      await tx.unsafe(text);
    })
    .then(
      () => 'went through',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );

it('a login lives under their constraints and indexes, and can name nothing of them', async () => {
  await test.sql
    .unsafe(`set role ss_owner;
      create table probe (tenant_id uuid not null, name text, span tstzrange,
        exclude using gist (tenant_id with =, span with &&));
      create index on probe using gin (name ext.gin_trgm_ops);
      grant select, insert on probe to ss_tenant;
      reset role`)
    .simple();
  const insert = `insert into probe values ('${tenant}', 'Hall', '[2026-01-01,2026-02-01)')`;
  expect(await asTenant(insert)).toBe('went through');
  expect(await asTenant(insert)).toBe('23P01');
  expect(await asTenant(`select ext.similarity('a', 'b')`)).toBe('42501');
  expect(await asTenant(`select similarity('a', 'b')`)).toBe('42883');
  expect(await asTenant(`select 'a' operator(ext.%) 'b'`)).toBe('42501');
});

it('those that stand elsewhere are moved, and a second time changes nothing', async () => {
  await test.sql`drop table if exists probe`;
  await test.sql`alter extension pg_trgm set schema public`;
  expect(await asTenant(`select similarity('a', 'b')`)).not.toBe('42883');
  const one = rawConnection(test.ownerUrl);
  await makeExtensions(one);
  await makeExtensions(one);
  await one.end();
  expect(await asTenant(`select similarity('a', 'b')`)).toBe('42883');
});
