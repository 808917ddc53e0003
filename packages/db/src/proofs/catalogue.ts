import type { Sql, TransactionSql } from 'postgres';

export interface Relation {
  schema: string;
  name: string;
  kind: string;
  owner: string;
  rls: boolean;
  force: boolean;
  leaf: boolean;
  options: string;
}
export interface Policy {
  schema: string;
  table: string;
  name: string;
  permissive: boolean;
  command: string;
  roles: string[];
  using: string | null;
  check: string | null;
}
export interface Grant {
  kind: 'table' | 'column' | 'function' | 'schema' | 'database' | 'language' | 'default';
  object: string;
  /** The column, where the grant is one. */
  column: string | null;
  grantee: string;
  privilege: string;
  grantable: boolean;
}
export interface Fn {
  /** With the types of its arguments: an overload is another function. */
  name: string;
  owner: string;
  ownerLogin: boolean;
  ownerSuper: boolean;
  definer: boolean;
  config: string;
  language: string;
}
export interface Key {
  schema: string;
  table: string;
  name: string;
  kind: string;
  columns: string[];
  target: string | null;
  targetColumns: string[];
  definition: string;
}
export interface Column {
  schema: string;
  table: string;
  name: string;
  /** As it is declared, a collation of its own included. */
  type: string;
  notNull: boolean;
  default: string | null;
}
export interface RoleFacts {
  name: string;
  login: boolean;
  power: string;
  memberOf: string[];
  owns: number;
  settings: number;
}
export interface Catalogue {
  relations: Relation[];
  policies: Policy[];
  grants: Grant[];
  functions: Fn[];
  keys: Key[];
  columns: Column[];
  roles: RoleFacts[];
  triggers: string[];
  /** Rewrite rules, but for those that make a view. */
  rewrites: string[];
  /** Functions of the server that PUBLIC or one of the logins may run although they are listed as closed. */
  openFunctions: string[];
  /** Extensions whose functions a login may name. */
  openExtensions: string[];
  databaseSettings: string[];
}

const schemas = `('public', 'wall', 'identity', 'jobs')`;
const signature = `n.nspname || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')'`;
const ours = `n.nspname in ${schemas}`;

const acl = (kind: string, object: string, list: string, from: string, where: string, column = 'null') => `
  select '${kind}' as kind, ${object} as object, ${column} as column,
      case when a.grantee = 0 then 'PUBLIC' else a.grantee::regrole::text end as grantee,
      a.privilege_type as privilege, a.is_grantable as grantable
    from ${from}, aclexplode(${list}) a where ${where}`;

const relations = `
  select n.nspname as schema, c.relname as name, c.relkind::text as kind, c.relowner::regrole::text as owner,
      c.relrowsecurity as rls, c.relforcerowsecurity as force, c.relispartition as leaf,
      coalesce(array_to_string(c.reloptions, ','), '') as options
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') order by 1, 2`;

const policies = `
  select n.nspname as schema, c.relname as table, p.polname as name, p.polpermissive as permissive,
      case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end
        as command,
      (select array_agg(case when r = 0 then 'PUBLIC' else r::regrole::text end order by r::regrole::text)
        from unnest(p.polroles) r) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} order by 1, 2, 3`;

const grants = [
  acl(
    'table',
    `n.nspname || '.' || c.relname`,
    'c.relacl',
    'pg_class c join pg_namespace n on n.oid = c.relnamespace',
    `${ours} and a.grantee <> c.relowner`,
  ),
  acl(
    'column',
    `n.nspname || '.' || c.relname`,
    'att.attacl',
    'pg_attribute att join pg_class c on c.oid = att.attrelid join pg_namespace n on n.oid = c.relnamespace',
    ours,
    'att.attname',
  ),
  acl(
    'function',
    signature,
    `coalesce(p.proacl, acldefault('f', p.proowner))`,
    'pg_proc p join pg_namespace n on n.oid = p.pronamespace',
    `${ours} and a.grantee <> p.proowner`,
  ),
  acl(
    'schema',
    'n.nspname',
    `coalesce(n.nspacl, acldefault('n', n.nspowner))`,
    'pg_namespace n',
    `${ours} and a.grantee <> n.nspowner`,
  ),
  acl(
    'database',
    `'this'`,
    `coalesce(d.datacl, acldefault('d', d.datdba))`,
    'pg_database d',
    'd.datname = current_database() and a.grantee <> d.datdba',
  ),
  acl(
    'language',
    'l.lanname',
    `coalesce(l.lanacl, acldefault('l', l.lanowner))`,
    'pg_language l',
    `l.lanname = 'plpgsql' and a.grantee <> l.lanowner`,
  ),
  acl(
    'default',
    `d.defaclrole::regrole::text || ' ' || d.defaclobjtype::text`,
    'd.defaclacl',
    'pg_default_acl d',
    'a.grantee <> d.defaclrole',
  ),
].join(' union all ');

const functions = `
  select ${signature} as name, r.rolname as owner, r.rolcanlogin as "ownerLogin",
      r.rolsuper as "ownerSuper", p.prosecdef as definer, coalesce(array_to_string(p.proconfig, ';'), '') as config,
      l.lanname as language
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
      join pg_language l on l.oid = p.prolang where ${ours} order by 1`;

const keys = `
  select n.nspname as schema, c.relname as table, k.conname as name, k.contype::text as kind,
      array(select attname::text from unnest(k.conkey) with ordinality u(n, o)
        join pg_attribute on attrelid = k.conrelid and attnum = u.n order by u.o) as columns,
      nullif(k.confrelid, 0)::regclass::text as target,
      array(select attname::text from unnest(k.confkey) with ordinality u(n, o)
        join pg_attribute on attrelid = k.confrelid and attnum = u.n order by u.o) as "targetColumns",
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not c.relispartition and k.contype in ('p', 'u', 'f', 'c', 'x')
  union all
  select n.nspname, c.relname, i.indexrelid::regclass::text, case when i.indisunique then 'unique index' else 'index' end,
      array(select pg_get_indexdef(i.indexrelid, g, true) from generate_series(1, i.indnkeyatts) g), null, '{}',
      pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not c.relispartition and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by 1, 2, 3`;

const columns = `
  select n.nspname as schema, c.relname as table, a.attname as name,
      format_type(a.atttypid, a.atttypmod) || case when a.attcollation <> ty.typcollation
        then ' collate ' || a.attcollation::regcollation::text else '' end as type,
      a.attnotnull as "notNull", pg_get_expr(d.adbin, d.adrelid) as default
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_type ty on ty.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${ours} and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped order by 1, 2, 3`;

const roles = `
  select r.rolname as name, r.rolcanlogin as login,
      concat_ws(' ', case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
        case when rolcreatedb then 'createdb' end, case when rolcreaterole then 'createrole' end,
        case when rolreplication then 'replication' end, case when rolinherit then 'inherit' end) as power,
      array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as "memberOf",
      (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owns,
      (select count(*)::int from pg_db_role_setting s where s.setrole = r.oid) as settings
    from pg_roles r where r.rolname like 'ss\\_%' order by 1`;

const triggers = `
  select c.relname || ' ' || pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal order by 1`;

const rewrites = `
  select c.relname || ' ' || r.rulename as line from pg_rewrite r join pg_class c on c.oid = r.ev_class
    join pg_namespace n on n.oid = c.relnamespace where ${ours} and r.rulename <> '_RETURN' order by 1`;

const openExtensions = `
  select distinct e.extname || ' in ' || n.nspname || ' to ' || r.rolname as line
    from pg_extension e join pg_depend d on d.refobjid = e.oid and d.deptype = 'e' and d.classid = 'pg_proc'::regclass
      join pg_proc p on p.oid = d.objid join pg_namespace n on n.oid = p.pronamespace and n.nspname <> 'pg_catalog'
      cross join pg_roles r
    where r.rolname in ('ss_tenant', 'ss_platform', 'ss_auth', 'ss_system', 'ss_post') and has_schema_privilege(r.oid, n.oid, 'usage') order by 1`;

const openFunctions = `
  select distinct p.oid::regprocedure::text as line from pg_proc p cross join pg_roles r
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proname like any ($1::text[])
      and r.rolname in ('ss_tenant', 'ss_platform', 'ss_auth', 'ss_system', 'ss_post') and has_function_privilege(r.oid, p.oid, 'execute')`;

const databaseSettings = `
  select unnest(setconfig) as line from pg_db_role_setting
    where setrole = 0 and setdatabase = (select oid from pg_database where datname = current_database()) order by 1`;

export async function readCatalogue(sql: Sql | TransactionSql, closed: readonly string[]): Promise<Catalogue> {
  const ask = async <T>(text: string, params: string[] = []): Promise<T[]> => [
    ...(await sql.unsafe<(T & object)[]>(text, params)),
  ];
  const lines = async (text: string, params: string[] = []) =>
    (await ask<{ line: string }>(text, params)).map(({ line }) => line);
  return {
    relations: await ask(relations),
    policies: await ask(policies),
    grants: await ask(grants),
    functions: await ask(functions),
    keys: await ask(keys),
    columns: await ask(columns),
    roles: await ask(roles),
    triggers: await lines(triggers),
    rewrites: await lines(rewrites),
    openExtensions: await lines(openExtensions),
    openFunctions: await lines(openFunctions, [
      `{${closed.map((pattern) => `"${pattern.replaceAll('\\', '\\\\')}"`).join(',')}}`,
    ]),
    databaseSettings: await lines(databaseSettings),
  };
}
