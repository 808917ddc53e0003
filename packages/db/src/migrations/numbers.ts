import type { Sql } from 'postgres';

interface Numbered {
  table: string;
  column: string;
  sequence: string;
}

/**
 * Rows that were restored without how far their numbers had been given out: the next of them would be an old one, and
 * an event behind the relay's cursor is told to nobody. Only ever forward, so that it may run beside those who write.
 */
export async function keepNumbers(sql: Sql, log: (line: string) => void): Promise<void> {
  const numbered = await sql<Numbered[]>`
    select format('public.%I', c.relname) as "table", quote_ident(a.attname) as "column",
        format('public.%I', s.relname) as sequence
      from pg_attribute a join pg_class c on c.oid = a.attrelid
        join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid and d.refobjsubid = a.attnum
          and d.deptype = 'i'
        join pg_class s on s.oid = d.objid and s.relkind = 'S'
      where a.attidentity <> '' and not c.relispartition and c.relnamespace = to_regnamespace('public') order by 1`;
  for (const { table, column, sequence } of numbered) {
    const [moved] = await sql.begin(async (tx) => {
      // It alone reads the numbers of all tenants; a sequence is its owner's.
      await tx`set local role ss_jobs`;
      const [{ last } = { last: null }] = await tx.unsafe(`select max(${column})::text as last from ${table}`);
      await tx`set local role ss_owner`;
      return await tx`select setval(${sequence}::regclass, ${last}::bigint) as to
        where coalesce(pg_sequence_last_value(${sequence}::regclass), 0) < ${last}::bigint`;
    });
    if (moved) log(`${table} goes on behind number ${moved['to']}`);
  }
}
