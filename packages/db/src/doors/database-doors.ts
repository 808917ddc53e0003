import type { Sql } from 'postgres';
import { logins } from '../logins.ts';

export const databaseSettings: Readonly<Record<string, string>> = {
  statement_timeout: '15s',
  lock_timeout: '5s',
  transaction_timeout: '30s',
  idle_in_transaction_session_timeout: '15s',
  temp_file_limit: '256MB',
  // A statement whose client was dropped at a deadline stops instead of running to its end.
  client_connection_check_interval: '1s',
  // Left to itself (`auto`), or told to (`force_custom_plan`), Postgres plans a list anew at every call, since it cannot
  // know the number behind `limit $1`: a third of its time.
  plan_cache_mode: 'force_generic_plan',
  // But a plan is made for the claim it is first asked under. Made for a tenant of 60,000 rows, a search of one of 20 read
  // the whole table: 1,821 buffers and 119 ms in place of 14 and 1 (auto and custom: 14 and 1-2 ms; `bench unequal` shows
  // 194 times the buffers). No scan of a whole table is ever right for a tenant's rows, which each index begins with. Without
  // it the same generic plans read 5 to 14 buffers whoever came first, and the large tenant's own searches take as long.
  enable_seqscan: 'off',
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Grants and settings of the database itself, which a copy by TEMPLATE does not take along.
 * Only a superuser may set temp_file_limit.
 */
export async function dressDatabase(sql: Sql, name: string): Promise<void> {
  const database = quoted(name);
  const [me] = await sql<{ rolsuper: boolean }[]>`select rolsuper from pg_roles where rolname = current_user`;
  const settings = Object.entries(databaseSettings).filter(([key]) => me?.rolsuper || key !== 'temp_file_limit');
  await sql.unsafe(
    [
      `revoke all on database ${database} from public`,
      `grant connect on database ${database} to ${Object.values(logins).join(', ')}`,
      ...settings.map(([key, value]) => `alter database ${database} set ${key} = '${value}'`),
    ].join(';\n'),
  );
}

export async function isDressed(sql: Sql): Promise<boolean> {
  const [found] = await sql<{ bare: boolean; settings: string[] }[]>`
    select has_database_privilege('public', d.oid, 'connect') or has_database_privilege('public', d.oid, 'temp') as bare,
      coalesce((select setconfig from pg_db_role_setting s where s.setdatabase = d.oid and s.setrole = 0), '{}') as settings
      from pg_database d where d.datname = current_database()`;
  const set = new Set(found?.settings);
  return found?.bare === false && Object.entries(databaseSettings).every(([key, value]) => set.has(`${key}=${value}`));
}

/** Other databases of the server that our logins may enter, as everyone may. They are not ours to close. */
export async function findOpenDatabases(sql: Sql): Promise<string[]> {
  const found = await sql<{ name: string }[]>`
    select datname as name from pg_database
      where datallowconn and datname <> current_database() and has_database_privilege('public', oid, 'connect') order by 1`;
  return found.map(({ name }) => name);
}

/** For a server that is ours alone: there the doors inside the other databases are open. */
export async function closeOtherDatabases(sql: Sql): Promise<void> {
  for (const name of await findOpenDatabases(sql))
    await sql.unsafe(`revoke connect on database ${quoted(name)} from public`);
}
