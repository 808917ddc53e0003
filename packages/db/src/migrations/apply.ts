import type { Sql } from 'postgres';
import { type Migration, numberOf, readMigrations } from './files.ts';

interface Applied {
  name: string;
  hash: string;
}

/** The migrations that are due, in their order; throws where the database went another way than this folder. */
export function dueMigrations(all: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(applied.map(({ name, hash }) => [name, hash]));
  const newest = [...known.keys()].sort().at(-1) ?? '';
  for (const { name, hash } of all) {
    const was = known.get(name);
    if (was !== undefined && was !== hash)
      throw new Error(`The migration ${name} was changed after it was applied: write a new one.`);
    if (was === undefined && name < newest)
      throw new Error(`The migration ${name} comes too late: the database is at ${newest}. Give it the next number.`);
  }
  const own = new Set(all.map(({ name }) => name));
  const last = all.at(-1)?.name ?? '';
  const stray = [...known.keys()].find((name) => !own.has(name) && numberOf(name) <= numberOf(last));
  if (stray) throw new Error(`The database has the migration ${stray}, which this code does not know.`);
  return all.filter(({ name }) => !known.has(name));
}

export async function applyMigrations(sql: Sql, folder: string | undefined, log: (line: string) => void) {
  // As ss_owner: a migrator that is no superuser inherits nothing.
  const applied = await sql.begin(async (tx) => {
    await tx`set local role ss_owner`;
    return tx<Applied[]>`select name, hash from wall.migrations`;
  });
  await unboundFiles(sql);
  for (const migration of dueMigrations(readMigrations(folder), applied)) {
    await (migration.outside ? applyOutside(sql, migration, migration.outside) : applyInside(sql, migration));
    log(`applied ${migration.name}`);
  }
}

/** An index over a large table is sorted in files larger than any call may write. */
async function unboundFiles(sql: Sql): Promise<void> {
  const [owner] = await sql<{ may: boolean }[]>`
    select has_parameter_privilege('ss_owner', 'temp_file_limit', 'set') as may`;
  // Where no superuser was here, ss_owner may not, and nobody has set a bound.
  if (!owner?.may) return;
  await sql.begin(async (tx) => {
    await tx`set local role ss_owner`;
    await tx`set temp_file_limit = -1`;
  });
}

async function applyInside(sql: Sql, migration: Migration): Promise<void> {
  // Before BEGIN: the timer of a transaction is wound when it begins, with what the database says, and a longer one
  // set inside does not wind it anew.
  await sql
    .unsafe(`set lock_timeout = '5s'; set statement_timeout = '10min'; set transaction_timeout = '15min'`)
    .simple();
  // One message: the driver goes on elsewhere when a connection dies, and what was noted must have happened.
  try {
    await sql
      .unsafe(`begin; set local role ss_owner; ${migration.text}\n; reset role; set local role ss_owner;
        ${noteText(migration)}; commit`)
      .simple();
  } catch (error) {
    await sql`rollback`;
    throw error;
  }
}

async function applyOutside(sql: Sql, migration: Migration, outside: NonNullable<Migration['outside']>): Promise<void> {
  const { statements, indexes } = outside;
  // It holds nobody up, and may take hours on a large table.
  await sql
    .unsafe(`set lock_timeout = 0; set statement_timeout = 0; set transaction_timeout = 0; set role ss_owner`)
    .simple();
  try {
    // A build that was cut off leaves an index that costs writes and serves nobody.
    for (const index of await invalidOf(sql, indexes)) await sql.unsafe(`drop index concurrently ${index}`);
    for (const statement of statements) await sql.unsafe(statement).simple();
    const broken = await invalidOf(sql, indexes);
    if (broken.length > 0) throw new Error(`${migration.name} left an index that is not valid: ${broken.join(', ')}`);
    await sql.unsafe(noteText(migration));
  } finally {
    await sql`reset role`;
  }
}

async function invalidOf(sql: Sql, indexes: readonly string[]): Promise<string[]> {
  const found = await sql<{ name: string }[]>`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
      where not i.indisvalid and c.relname = any (${[...indexes]}::text[])
        and c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'wall', 'identity'))`;
  return found.map(({ name }) => name);
}

// Digits and plain letters all three.
const noteText = ({ name, hash, oldestCode }: Migration) =>
  `insert into wall.migrations (name, hash, oldest_code) values ('${name}', '${hash}', '${oldestCode}')`;
