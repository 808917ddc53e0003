import type { Identity, Level } from '../identity.ts';
import { migrationNames, numberOf } from '../migrations/files.ts';
import type { Ask } from './ask.ts';

/** A setting kept for a login would hold before any claim does: app.tenant_id itself could be one. */
const storedSettings = `select rolname from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
  where rolname like 'ss\\_%' and setdatabase in (0, (select oid from pg_database where datname = current_database()))`;

/** A database may be ahead of its code, while a deployment goes from portal to portal, if its migrations say so. */
export function requireFit(level: Level | string | null, code: string): void {
  // Databases before 0007 answer with the name alone.
  const { newest, oldestCode } = typeof level === 'object' && level ? level : { newest: level, oldestCode: null };
  if (!newest || numberOf(newest) < numberOf(code))
    throw new Error(`The database is at ${newest || 'no level'}, the code at ${code}: migrate first.`);
  if (newest === code) return;
  if (numberOf(newest) === numberOf(code) || !oldestCode || oldestCode > numberOf(code))
    throw new Error(`The database is at ${newest}, which code at ${code} does not fit: start the new code.`);
}

export async function requireLevel(ask: Ask, identity: Identity, code: string): Promise<void> {
  const [level, stored] = await Promise.all([identity.level(), ask(storedSettings, [])]);
  requireFit(level, code);
  if (stored.length > 0) throw new Error('A setting is stored for a login of the database: reset it first.');
}

export const codeLevel = (): string => migrationNames().at(-1) ?? '';
