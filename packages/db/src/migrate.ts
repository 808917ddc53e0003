import type { Sql } from 'postgres';
import { dressDatabase, findOpenDatabases, isDressed } from './doors/database-doors.ts';
import { makeExtensions } from './doors/extensions.ts';
import { makeRoles, owners } from './doors/roles.ts';
import { closeServerDoors, findOpenDoors } from './doors/server-doors.ts';
import { applyMigrations } from './migrations/apply.ts';
import { addLeaves } from './migrations/leaves.ts';
import { keepNumbers } from './migrations/numbers.ts';
import { holdDatabase, underClusterLock } from './migrations/one-at-a-time.ts';
import { resort } from './migrations/resort.ts';
import { rawConnection } from './raw-connection.ts';

export { dressDatabase } from './doors/database-doors.ts';

export interface MigrateOptions {
  /** The migrator's address; a superuser closes all doors, a plain role with CREATEROLE those it may. */
  url: string;
  /** The logins' passwords are made from it: it never leaves the migration. */
  secret: string;
  /** Told what was applied and which doors stay open: an operator must see it. */
  log: (line: string) => void;
  /** Other migrations than the product's: for tests. */
  folder?: string;
}

export class OldServer extends Error {
  override readonly name = 'OldServer';
  constructor(version: string) {
    super(`that server is PostgreSQL ${version}, and 18 or newer is needed`);
  }
}

/** Before anything is changed: older servers lack uuidv7() and the timeout of transactions. */
async function requireVersion(sql: Sql): Promise<void> {
  const [found] = await sql<{ number: number; version: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version`;
  if (!found || found.number < 180_000) throw new OldServer(found?.version ?? 'unknown');
}

async function prepareSchemas(sql: Sql): Promise<void> {
  const missing = (
    await sql<{ name: string }[]>`
      select s.name from unnest(array['wall', 'jobs']) s(name) where to_regnamespace(s.name) is null`
  ).map(({ name }) => name);
  if (missing.includes('jobs')) {
    await sql
      .unsafe(`create schema jobs authorization ss_owner; set role ss_jobs;
        alter default privileges revoke execute on functions from public; reset role`)
      .simple();
  }
  if (!missing.includes('wall')) return;
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
        create table wall.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now(),
          oldest_code text);`)
      .simple();
  });
}

async function tellWhatIsOpen(sql: Sql, log: (line: string) => void): Promise<void> {
  const doors = await findOpenDoors(sql);
  if (doors.length > 0) {
    log(`doors that only a superuser can close stay open: ${doors.join(', ')}`);
    log('no portal becomes ready until ACCEPTED_OPEN_DOORS names them: docs/wall.md says what they let through');
  }
  const databases = await findOpenDatabases(sql);
  if (databases.length > 0)
    log(`every login of this server may enter its other databases, ours too: ${databases.join(', ')}`);
}

/** Brings a database to the code's level. Repeating it changes nothing and takes a few round trips. */
export async function migrate({ url, secret, log, folder }: MigrateOptions): Promise<void> {
  const sql = rawConnection(url);
  try {
    await requireVersion(sql);
    await holdDatabase(sql, log);
    await underClusterLock(url, async () => {
      await makeRoles(sql, secret);
      await closeServerDoors(sql, owners);
    });
    await prepareSchemas(sql);
    await makeExtensions(sql);
    await applyMigrations(sql, folder, log);
    await addLeaves(sql, new Date(), log);
    await resort(sql, log);
    await keepNumbers(sql, log);
    const [here] = await sql<{ name: string }[]>`select current_database() as name`;
    if (here && !(await isDressed(sql))) await dressDatabase(sql, here.name);
    await tellWhatIsOpen(sql, log);
  } finally {
    await sql.end();
  }
}
