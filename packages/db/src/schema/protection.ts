import { type Declared, declaredTables, type KeeperAccess, type MemberLogin } from './declaration.ts';
import { PLATFORM_ID } from './platform.ts';

// What guards a table in Postgres, made from its declaration.

export interface Policy {
  name: string;
  restrictive?: true;
  command: 'all' | 'select' | 'insert' | 'update';
  to: readonly string[];
  using?: string;
  check?: string;
}

export interface Grant {
  to: string;
  privilege: 'select' | 'insert' | 'update' | 'delete';
  /** Without them: of the whole table. */
  columns?: readonly string[];
}

// No missing_ok and no nullif: a forgotten claim must be an error, not an empty list.
const claim = `current_setting('app.tenant_id')::uuid`;
const platform = `'${PLATFORM_ID}'`;
const underPlatform = `${claim} = ${platform}`;

/**
 * The door for all tenants and the wall are joined by OR, along which no index runs. This says of both what they have
 * in common, so that a tenant's claim reads that tenant's rows alone; it restricts, so it can open nothing.
 */
function oneTenant(column: string): Policy {
  const bound = (end: string) =>
    `case when ${underPlatform} then '${end.repeat(8)}-${end.repeat(4)}-${end.repeat(4)}-${end.repeat(4)}-${end.repeat(12)}' else ${claim} end`;
  const using = `${column}\n    between ${bound('0')}\n    and ${bound('f')}`;
  return { name: 'one_tenant', restrictive: true, command: 'select', to: ['ss_platform'], using };
}

function doorsOf({ wall, logins }: Declared): Policy[] {
  if (wall === null) return [];
  const { ss_tenant: tenant, ss_platform: platformAccess } = logins;
  const doors: Policy[] = [];
  if (platformAccess?.reads === 'all') {
    // The platform makes and changes tenants; of all else it only reads what is not its own.
    if (wall === 'id')
      doors.push({
        name: 'platform_all',
        command: 'all',
        to: ['ss_platform'],
        using: underPlatform,
        check: underPlatform,
      });
    else doors.push({ name: 'platform_reads', command: 'select', to: ['ss_platform'], using: underPlatform });
    doors.push(oneTenant(wall));
  }
  if (tenant?.reads === 'own and for everyone') {
    const using = `${claim} is not null and ${wall} = ${platform}`;
    doors.push({ name: 'for_everyone', command: 'select', to: ['ss_tenant'], using });
  }
  return doors;
}

/** The platform, which reads what happened everywhere, hears nothing of what it has no door to. */
function unseen(): Policy {
  const kinds = [...declaredTables.values()].flatMap(({ thing, logins }) =>
    thing && !logins.ss_platform ? [thing] : [],
  );
  const names = kinds.sort().map((kind) => `${kind}.%`);
  const using = `name not like all ('{${names.join(',')}}'::text[])`;
  return { name: 'unseen', restrictive: true, command: 'select', to: ['ss_platform'], using };
}

const some = (part: true | readonly string[] | undefined) => part === true || (part ?? []).length > 0;

/** A table without the wall is its keeper's, whole. */
function keeperDoors(
  name: 'identity' | 'jobs',
  { reads, adds, changes }: KeeperAccess<string>,
  isOwn: boolean,
): Policy[] {
  const to = [`ss_${name}`];
  if (isOwn) {
    return some(reads) ? [{ name, command: 'all', to, using: 'true', check: 'true' }] : [];
  }
  return [
    ...(some(reads) ? [{ name: `${name}_reads`, command: 'select', to, using: 'true' } as const] : []),
    ...(some(adds) ? [{ name: `${name}_adds`, command: 'insert', to, check: 'true' } as const] : []),
    ...(some(changes)
      ? [{ name: `${name}_changes`, command: 'update', to, using: 'true', check: 'true' } as const]
      : []),
  ];
}

export function policiesOf(declared: Declared): Policy[] {
  const { wall, logins, gate, restrictions } = declared;
  const members = Object.keys(logins);
  const adders = Object.entries(logins).flatMap(([login, { adds }]) => (some(adds) ? [login] : []));
  const own = `${wall} = ${claim}`;
  return [
    // ss_owner too: a backfill without a claim fails loudly. Without the wall it would change no row, in silence.
    wall === null
      ? { name: 'owner', command: 'all', to: ['ss_owner'], using: 'true', check: 'true' }
      : { name: 'wall', command: 'all', to: [...members, 'ss_owner'], using: own, check: own },
    ...doorsOf(declared),
    ...(declared.name === 'domain_events' ? [unseen()] : []),
    ...restrictions.map(({ name, on, check }): Policy => ({ name, restrictive: true, command: on, to: adders, check })),
    ...(gate.length > 0 ? [{ name: 'gate', command: 'select', to: ['ss_gate'], using: 'true' } as const] : []),
    ...keeperDoors('identity', declared.identity, wall === null),
    ...keeperDoors('jobs', declared.jobs, wall === null),
  ];
}

export function grantsOf({ logins, gate, identity, jobs }: Declared): Grant[] {
  const grant = (to: string, privilege: Grant['privilege'], part: true | readonly string[] | undefined): Grant[] => {
    if (part === true) return [{ to, privilege }];
    return part && part.length > 0 ? [{ to, privilege, columns: part }] : [];
  };
  const ofLogin = (login: MemberLogin) => {
    const access = logins[login];
    if (!access) return [];
    return [
      ...grant(login, 'select', true),
      ...grant(login, 'insert', access.adds),
      ...grant(login, 'update', access.changes),
    ];
  };
  const ofKeeper = (to: string, { reads, adds, changes, removes }: KeeperAccess<string>) => [
    ...grant(to, 'select', reads),
    ...grant(to, 'insert', adds),
    ...grant(to, 'update', changes),
    ...grant(to, 'delete', removes),
  ];
  return [
    ...ofLogin('ss_tenant'),
    ...ofLogin('ss_platform'),
    ...ofLogin('ss_system'),
    ...grant('ss_gate', 'select', gate),
    ...ofKeeper('ss_identity', identity),
    ...ofKeeper('ss_jobs', jobs),
  ];
}

const forced = (relation: string) => [
  `alter table ${relation} enable row level security`,
  `alter table ${relation} force row level security`,
];

function leafSql({ name, leaves }: Declared): string[] {
  return Object.entries(leaves).flatMap(([leaf, range]) => [
    `create table ${leaf} partition of ${name} ${range === 'the rest' ? 'default' : `for values from ('${range[0]}') to ('${range[1]}')`}`,
    // Leaves inherit neither.
    ...forced(leaf),
  ]);
}

export function policySql(table: string, { name, restrictive, command, to, using, check }: Policy): string {
  return [
    `create policy ${name} on ${table}${restrictive ? ' as restrictive' : ''}${command === 'all' ? '' : ` for ${command}`} to ${to.join(', ')}`,
    ...(using === undefined ? [] : [`  using (${using})`]),
    ...(check === undefined ? [] : [`  with check (${check})`]),
  ].join('\n');
}

export function grantSql(table: string, { to, privilege, columns }: Grant): string {
  return `grant ${privilege}${columns ? ` (${columns.join(', ')})` : ''} on ${table} to ${to}`;
}

/** The statements that guard a table which was just made: leaves, row security, wall, doors, grants. */
export function protectionOf(name: string): string[] {
  const declared = declaredTables.get(name);
  if (!declared) throw new Error(`${name} is not a declared table`);
  return [
    ...leafSql(declared),
    ...forced(name),
    ...policiesOf(declared).map((policy) => policySql(name, policy)),
    ...grantsOf(declared).map((grant) => grantSql(name, grant)),
  ];
}
