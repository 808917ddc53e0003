import type { Sql } from 'postgres';

// For constraints and indexes. A migration names what is in there with its schema: `ext.gin_trgm_ops`.
const extensions = ['btree_gist', 'pg_trgm'];

interface Found {
  name: string;
  schema: string;
}

/**
 * In a schema that no login may look into: in `public` these hand 330 functions to every login. Indexes and constraints
 * use them for a login all the same. Made by the migrator itself, since ss_owner may not make any.
 */
export async function makeExtensions(sql: Sql): Promise<void> {
  const found = await sql<Found[]>`
    select extname as name, nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      where extname in ${sql(extensions)}`;
  const due = extensions.filter((name) => !found.some((one) => one.name === name));
  const elsewhere = found.filter(({ schema }) => schema !== 'ext');
  if (due.length + elsewhere.length === 0) return;
  await sql.begin(async (tx) => {
    await tx
      .unsafe(
        [
          'create schema if not exists ext',
          'revoke all on schema ext from public',
          'grant usage on schema ext to ss_owner',
          ...due.map((name) => `create extension ${name} schema ext`),
          ...elsewhere.map(({ name }) => `alter extension ${name} set schema ext`),
        ].join(';\n'),
      )
      .simple();
  });
}
