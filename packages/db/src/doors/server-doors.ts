import type { Sql } from 'postgres';

// Functions of the server that reach past a tenant's rows: a setting, another connection, a lock or a large object
// that all share, the log of writes. LIKE patterns over pg_proc.
export const closedFunctions = [
  'set\\_config',
  'pg\\_notify',
  'pg\\_cancel\\_backend',
  'pg\\_terminate\\_backend',
  'pg\\_stat\\_get\\_activity',
  'pg\\_stat\\_get\\_backend\\_%',
  'pg\\_lock\\_status',
  'pg\\_prepared\\_statement',
  'pg\\_cursor',
  'pg\\_export\\_snapshot',
  'pg\\_logical\\_emit\\_message',
  'pg\\_sleep%',
  'pg\\_%advisory%',
  'lo\\_%',
  'loread',
  'lowrite',
  'ts\\_stat',
  '%\\_to\\_xml%',
] as const;

const openDoors = (sql: Sql) => sql<{ signature: string }[]>`
  select p.oid::regprocedure::text as signature from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proname like any (${[...closedFunctions]}::text[])
      and has_function_privilege('public', p.oid, 'execute')`;

/** Once per database, by a superuser. Answers with the doors that stay open because the migrator is none. */
export async function closeServerDoors(sql: Sql, owners: readonly string[]): Promise<string[]> {
  const [me] = await sql<{ rolsuper: boolean; plpgsql: boolean }[]>`
    select rolsuper, has_language_privilege('public', 'plpgsql', 'usage') as plpgsql
      from pg_roles where rolname = current_user`;
  const open = await openDoors(sql);
  const signatures = open.map(({ signature }) => signature);
  if (!me?.rolsuper) return [...(me?.plpgsql ? ['language plpgsql'] : []), ...signatures];
  if (me.plpgsql) {
    await sql.unsafe(`grant usage on language plpgsql to ${owners.join(', ')};
      revoke usage on language plpgsql from public`);
  }
  if (signatures.length > 0) {
    await sql.unsafe(`revoke execute on function ${signatures.join(', ')} from public;
      grant execute on function pg_advisory_xact_lock(bigint), pg_try_advisory_xact_lock(bigint) to ss_gate`);
  }
  // The lock of migrations: the next migrator may be no superuser.
  await sql`grant execute on function pg_try_advisory_lock(bigint) to ss_owner`;
  return [];
}
