import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { closeOtherDatabases, dressDatabase, isDressed } from './doors/database-doors.ts';
import { makeRoles, owners } from './doors/roles.ts';
import { closeServerDoors } from './doors/server-doors.ts';
import { rawConnection } from './raw-connection.ts';

export { dressDatabase } from './doors/database-doors.ts';

export interface MigrateOptions {
  /** The migrator's address; a superuser closes all doors, a plain role with CREATEROLE those it may. */
  url: string;
  /** The logins' passwords are made from it: it never leaves the migration. */
  secret: string;
  log?: (line: string) => void;
}

export class OldServer extends Error {
  override readonly name = 'OldServer';
  constructor(version: string) {
    super(`that server is PostgreSQL ${version}, and 18 or newer is needed`);
  }
}

interface Migration {
  name: string;
  text: string;
  hash: string;
}

const folder = join(import.meta.dirname, '../../../drizzle');
// The number has no meaning; every migration of this cluster takes it.
const clusterLock = 7318291;

function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return { name: file.slice(0, -4), text, hash: createHash('sha256').update(text).digest('hex') };
    });
}

/** One migration at a time in the whole cluster, since roles belong to all its databases. */
async function underClusterLock(url: string, own: Sql, run: () => Promise<void>): Promise<void> {
  const keeper = rawConnection(url, { database: 'postgres' });
  try {
    const held = await keeper`select pg_advisory_lock(${clusterLock})`.then(
      () => true,
      () => false,
    );
    // Where the migrator may not enter `postgres`, its own database keeps at least itself apart.
    if (!held) await own`select pg_advisory_lock(${clusterLock})`;
    await run();
  } finally {
    await keeper.end();
  }
}

/** Before anything is changed: older servers lack uuidv7() and the timeout of transactions. */
async function requireVersion(sql: Sql): Promise<void> {
  const [found] = await sql<{ number: number; version: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version`;
  if (!found || found.number < 180_000) throw new OldServer(found?.version ?? 'unknown');
}

async function prepareSchemas(sql: Sql): Promise<void> {
  const [found] = await sql<{ ready: boolean }[]>`
    select exists (select from pg_namespace where nspname = 'wall') as ready`;
  if (found?.ready) return;
  await sql.begin(async (tx) => {
    await tx
      .unsafe(`
        alter schema public owner to ss_owner;
        create schema wall authorization ss_owner;
        create schema identity authorization ss_owner;
        alter default privileges revoke execute on functions from public;
        ${owners
          .map((owner) => `set local role ${owner}; alter default privileges revoke execute on functions from public;`)
          .join('\n')}
        set local role ss_owner;
        revoke all on schema public from public;
        create table wall.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now());`)
      .simple();
  });
}

async function applyMigrations(sql: Sql, log: (line: string) => void): Promise<void> {
  // As ss_owner: a migrator that is no superuser inherits nothing.
  const rows = await sql.begin(async (tx) => {
    await tx`set local role ss_owner`;
    return tx<{ name: string; hash: string }[]>`select name, hash from wall.migrations`;
  });
  const known = new Map(rows.map(({ name, hash }) => [name, hash]));
  for (const { name, text, hash } of readMigrations()) {
    const applied = known.get(name);
    if (applied === hash) continue;
    if (applied) throw new Error(`The migration ${name} was changed after it was applied: write a new one.`);
    await sql.begin(async (tx) => {
      await tx
        .unsafe(`set local lock_timeout = '5s'; set local statement_timeout = '10min';
        set local transaction_timeout = '15min'; set local role ss_owner; ${text}
        reset role; set local role ss_owner;`)
        .simple();
      await tx`insert into wall.migrations (name, hash) values (${name}, ${hash})`;
    });
    log(`applied ${name}`);
  }
}

/** Brings a database to the code's level. Repeating it changes nothing and takes a few round trips. */
export async function migrate({ url, secret, log = () => undefined }: MigrateOptions): Promise<void> {
  const sql = rawConnection(url);
  try {
    await requireVersion(sql);
    await underClusterLock(url, sql, async () => {
      await makeRoles(sql, secret);
      await prepareSchemas(sql);
      const open = await closeServerDoors(sql, owners);
      await applyMigrations(sql, log);
      const [here] = await sql<{ name: string }[]>`select current_database() as name`;
      if (here && !(await isDressed(sql))) open.push(...(await dressDatabase(sql, here.name)));
      open.push(...(await closeOtherDatabases(sql)));
      if (open.length > 0) log(`doors that only a superuser can close stay open: ${open.join(', ')}`);
    });
  } finally {
    await sql.end();
  }
}
