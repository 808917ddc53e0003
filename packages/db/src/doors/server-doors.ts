import type { Sql } from 'postgres';

// Functions of the server that reach past a tenant's rows: a setting, another connection, a lock or a large object
// that all share, the log of writes. LIKE patterns over pg_proc, by the name an operator knows them by.
export const functionDoors = {
  set_config: ['set\\_config'],
  notify: ['pg\\_notify'],
  cancel: ['pg\\_cancel\\_backend', 'pg\\_terminate\\_backend'],
  activity: ['pg\\_stat\\_get\\_activity', 'pg\\_stat\\_get\\_backend\\_%'],
  session_state: ['pg\\_lock\\_status', 'pg\\_prepared\\_statement', 'pg\\_cursor'],
  snapshots: ['pg\\_export\\_snapshot'],
  write_log: ['pg\\_logical\\_emit\\_message'],
  sleep: ['pg\\_sleep%'],
  advisory_locks: ['pg\\_%advisory%'],
  large_objects: ['lo\\_%', 'loread', 'lowrite'],
  query_in_text: ['ts\\_stat', '%\\_to\\_xml%'],
} as const;

/** And those that are no function: DO, temporary tables, files of queries without a bound. */
export const doorNames: readonly string[] = [
  ...Object.keys(functionDoors),
  'do_blocks',
  'temporary_tables',
  'temp_files',
];

export const closedFunctions: readonly string[] = Object.values(functionDoors).flat();

const literal = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replaceAll('\\', '\\\\')}"`).join(',')}}`;

/** Which doors stand open to any of these logins (`public` is everyone): any login may ask. */
export function openDoorsQuery(logins: readonly string[]): { text: string; parameters: [string, string, string] } {
  const pairs = Object.entries(functionDoors).flatMap(([door, patterns]) => patterns.map((pattern) => [door, pattern]));
  const column = (index: number) => literal(pairs.map((pair) => pair[index] ?? ''));
  return { text: openDoors, parameters: [column(0), column(1), literal(logins)] };
}

const openDoors = `
  with login as (select unnest($3::text[]) as name)
  select distinct d.door from unnest($1::text[], $2::text[]) d(door, pattern)
    join pg_proc p on p.pronamespace = 'pg_catalog'::regnamespace and p.proname like d.pattern
    join login on has_function_privilege(login.name, p.oid, 'execute')
  union select 'do_blocks' from login where has_language_privilege(login.name, 'plpgsql', 'usage')
  union select 'temporary_tables' from login where has_database_privilege(login.name, current_database(), 'temp')
  union select 'temp_files' where current_setting('temp_file_limit') = '-1' and not exists (
    select from pg_db_role_setting s, unnest(s.setconfig) c where s.setrole = 0 and c like 'temp\\_file\\_limit=%'
      and s.setdatabase = (select oid from pg_database where datname = current_database()))
  order by 1`;

/** Once per database, and by a superuser: another migrator cannot take from PUBLIC what the server gave it. */
export async function closeServerDoors(sql: Sql, owners: readonly string[]): Promise<void> {
  const [me] = await sql<{ rolsuper: boolean; plpgsql: boolean }[]>`
    select rolsuper, has_language_privilege('public', 'plpgsql', 'usage') as plpgsql
      from pg_roles where rolname = current_user`;
  if (!me?.rolsuper) return;
  const open = await sql<{ signature: string }[]>`
    select p.oid::regprocedure::text as signature from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace and p.proname like any (${[...closedFunctions]}::text[])
        and has_function_privilege('public', p.oid, 'execute')`;
  await sql.unsafe(`grant usage on language plpgsql to ${owners.join(', ')}`);
  if (me.plpgsql) await sql`revoke usage on language plpgsql from public`;
  if (open.length > 0) {
    await sql.unsafe(`revoke execute on function ${open.map(({ signature }) => signature).join(', ')} from public;
      grant execute on function pg_advisory_xact_lock(bigint), pg_try_advisory_xact_lock(bigint) to ss_gate`);
  }
  // The locks of migrations, whose next may be no superuser's, and of housekeeping.
  await sql`grant execute on function pg_try_advisory_lock(bigint), pg_try_advisory_xact_lock(bigint) to ss_owner`;
  await sql`grant execute on function pg_notify(text, text) to ss_jobs`;
  // An index over a large table is sorted in files larger than any call may write.
  await sql`grant set on parameter temp_file_limit to ss_owner`;
}

export async function findOpenDoors(sql: Sql): Promise<string[]> {
  const { text, parameters } = openDoorsQuery(['public']);
  const rows = await sql.unsafe<{ door: string }[]>(text, parameters);
  return rows.map(({ door }) => door);
}
