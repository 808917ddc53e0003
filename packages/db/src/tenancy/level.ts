import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Identity } from '../identity.ts';
import type { Ask } from './ask.ts';

function newestMigration(): string {
  const files = readdirSync(join(import.meta.dirname, '../../../../drizzle')).filter((file) => file.endsWith('.sql'));
  return files.sort().at(-1)?.slice(0, -'.sql'.length) ?? '';
}

/** A setting kept for a login would hold before any claim does: app.tenant_id itself could be one. */
const storedSettings = `select rolname from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
  where rolname like 'ss\\_%' and setdatabase in (0, (select oid from pg_database where datname = current_database()))`;

export async function requireLevel(ask: Ask, identity: Identity): Promise<void> {
  const [level, stored] = await Promise.all([identity.level(), ask(storedSettings, [])]);
  const wanted = newestMigration();
  if (level !== wanted)
    throw new Error(`The database is at ${level || 'no level'}, the code at ${wanted}: migrate first.`);
  if (stored.length > 0) throw new Error('A setting is stored for a login of the database: reset it first.');
}
