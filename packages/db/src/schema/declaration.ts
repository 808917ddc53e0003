import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

// What a table says of itself, once. Grants, policies, proofs, trails, worlds and soaks are made from it.

export type Columns<K> = readonly K[] | { allBut: readonly K[] };

/** What a login may do with the rows of its claim. Nothing is ever deleted by a login. */
export interface Access<K, Any> {
  /** `all`: those of every tenant, under the platform's claim. `for everyone`: the platform's rows too. */
  reads: 'own' | 'own and for everyone' | 'all';
  /** Whole rows, or only with these columns. */
  adds?: true | readonly Any[];
  /** No other column is ever updated by this login. */
  changes?: Columns<K>;
}

/** The owners of the functions of `identity` and of `jobs` have no login and no claim. */
export interface KeeperAccess<Any> {
  reads?: true | readonly Any[];
  adds?: true | readonly Any[];
  changes?: true | readonly Any[];
  removes?: true;
}

/** A policy that takes away from what the others allow. */
export interface Restriction {
  name: string;
  on: 'insert' | 'update';
  check: string;
}

export interface About<K extends string, Any extends string> {
  /** The owner portal's login. */
  tenant?: Access<K, Any>;
  /** The admin portal's login. */
  platform?: Access<K, Any>;
  /** The worker's login. */
  system?: Access<K, Any>;
  /** Columns that the gate looks up. */
  gate?: readonly Any[];
  identity?: KeeperAccess<Any>;
  jobs?: KeeperAccess<Any>;
  restrictions?: readonly Restriction[];
  /** Its changes are recorded as changes of such a thing; of anything else given to the recorder nothing is kept. */
  trail?: { of: string; keeps: Columns<K>; also?: readonly string[] };
  /** How long its rows stay; what must go in time goes through a named function. */
  kept: 'as long as its tenant' | 'for ever' | { for: string; by: string };
  /** Columns that end in `_id` without a foreign key, and why. */
  loose?: Partial<Record<Any, string>>;
  /** By range of the id: the name of each leaf, and from which id to which. The last takes the rest. */
  leaves?: Readonly<Record<string, readonly [from: string, to: string] | 'the rest'>>;
}

/** Logins that are let through the wall. */
export type MemberLogin = 'ss_tenant' | 'ss_platform' | 'ss_system';

export interface LoginAccess {
  reads: Access<string, string>['reads'];
  adds: true | readonly string[];
  changes: readonly string[];
}

/** A declaration as it is read by what is made from it: columns by their names in the database. */
export interface Declared {
  name: string;
  table: PgTable;
  /** The column that the wall compares with the claim. */
  wall: 'tenant_id' | 'id' | null;
  logins: Partial<Record<MemberLogin, LoginAccess>>;
  gate: readonly string[];
  identity: KeeperAccess<string>;
  jobs: KeeperAccess<string>;
  restrictions: readonly Restriction[];
  /** What its rows are called in the trail. */
  thing: string | null;
  kept: About<string, string>['kept'];
  loose: Readonly<Record<string, string>>;
  leaves: NonNullable<About<string, string>['leaves']>;
  /** A row that is valid beside those of other numbers, by the names of the code. Keys to other tables are left out. */
  sample: (n: number, isPlatform: boolean) => Readonly<Record<string, unknown>>;
}

/** Every table that was loaded, by its name. */
export const declaredTables = new Map<string, Declared>();
/** What a trail may hold of a thing, by the names of the code. */
export const trails = new Map<string, readonly string[]>();
/** What a row of a table is to the trail. */
export const things = new Map<PgTable, string>();

export function declare(
  table: PgTable,
  wall: Declared['wall'],
  fixed: readonly string[],
  about: About<string, string>,
  sample: Declared['sample'],
): void {
  const name = getTableName(table);
  const columns = getTableColumns(table);
  const inDatabase = (key: string) => {
    const column = columns[key];
    if (!column) throw new Error(`${name} has no column ${key}`);
    return column.name;
  };
  const free = Object.keys(columns).filter((key) => !fixed.includes(key));
  const listed = (wanted: Columns<string>) =>
    'allBut' in wanted ? free.filter((key) => !wanted.allBut.includes(key)) : wanted;
  const part = (wanted: true | readonly string[] | undefined) =>
    wanted === true ? (true as const) : (wanted ?? []).map(inDatabase);
  const login = (access: Access<string, string>): LoginAccess => ({
    reads: access.reads,
    adds: part(access.adds),
    changes: listed(access.changes ?? []).map(inDatabase),
  });
  const keeper = (access: KeeperAccess<string> = {}): KeeperAccess<string> => ({
    ...access,
    reads: part(access.reads),
    adds: part(access.adds),
    changes: part(access.changes),
  });
  declaredTables.set(name, {
    name,
    table,
    wall,
    logins: {
      ...(about.tenant && { ss_tenant: login(about.tenant) }),
      ...(about.platform && { ss_platform: login(about.platform) }),
      ...(about.system && { ss_system: login(about.system) }),
    },
    gate: part(about.gate) as readonly string[],
    identity: keeper(about.identity),
    jobs: keeper(about.jobs),
    restrictions: about.restrictions ?? [],
    thing: about.trail?.of ?? null,
    kept: about.kept,
    loose: Object.fromEntries(Object.entries(about.loose ?? {}).map(([key, why]) => [inDatabase(key), String(why)])),
    leaves: about.leaves ?? {},
    sample,
  });
  if (!about.trail) return;
  trails.set(about.trail.of, [...listed(about.trail.keeps), ...(about.trail.also ?? [])]);
  things.set(table, about.trail.of);
}
