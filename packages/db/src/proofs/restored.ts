import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';

interface Kept {
  name: string;
  columns: string;
  rows: Buffer;
}

/** All rows as they are at one moment, as `pg_dump --data-only` takes them: for clusters that have none beside them. */
export async function dump(sql: Sql): Promise<Kept[]> {
  return await sql.begin('isolation level repeatable read', async (tx) => {
    const tables = await tx<{ name: string; columns: string }[]>`
      select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and c.relnamespace::regnamespace::text in ('public', 'wall', 'identity', 'jobs')
        group by c.oid`;
    const kept: Kept[] = [];
    for (const { name, columns } of tables) {
      const rows = await tx.unsafe(`copy (select ${columns} from ${name}) to stdout`).readable();
      kept.push({ name, columns, rows: await buffer(rows) });
    }
    return kept;
  });
}

/** Into a migrated database, in place of what it has: rows alone, without how far numbers were given out. */
export async function restore(sql: Sql, kept: readonly Kept[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(`truncate ${kept.map(({ name }) => name).join(', ')}`);
    for (const { name, columns, rows } of kept)
      await pipeline(
        Readable.from([rows], { objectMode: false }),
        await tx.unsafe(`copy ${name} (${columns}) from stdin`).writable(),
      );
  });
}
