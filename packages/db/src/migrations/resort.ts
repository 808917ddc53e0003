import type { Sql } from 'postgres';

interface Sorted {
  index: string;
}

/**
 * Names are sorted by the ICU library of the server. One of another version may sort them differently, and an index
 * built by the former would lose rows: then it is built again, beside the calls that use it.
 */
export async function resort(sql: Sql, log: (line: string) => void): Promise<void> {
  const [people] = await sql<{ oid: number }[]>`
    select oid from pg_collation where collname = 'people' and collnamespace = 'wall'::regnamespace
      and collversion is distinct from pg_collation_actual_version(oid)`;
  if (!people) return;
  await sql.unsafe('set lock_timeout = 0; set statement_timeout = 0; set transaction_timeout = 0').simple();
  const indexes = await sql<Sorted[]>`
    select i.indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indexrelid
      where ${people.oid} = any (i.indcollation) and c.relkind = 'i'`;
  await sql`set role ss_owner`;
  try {
    for (const { index } of indexes) await sql.unsafe(`reindex index concurrently ${index}`);
    await sql`alter collation wall.people refresh version`;
  } finally {
    await sql`reset role`;
  }
  log(`sorted ${indexes.length} indexes again, by the order of the server as it is now`);
}
