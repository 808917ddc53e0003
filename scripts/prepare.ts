import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isEmpty, seedDemo } from '../packages/api/src/demo/seed.ts';
import { bringUpToDate, useServer } from './stack/database.ts';
import { PlainError } from './stack/plain-error.ts';
import { type Portal, portalEnv, workerEnv } from './stack/portals.ts';
import { keepSecrets } from './stack/secrets.ts';
import { loadEnvFile, portsFromEnv } from './stack/settings.ts';
import { step } from './stack/steps.ts';

// For a deployment: migrates DATABASE_URL and writes each process's settings to a file of its own, so that the
// migrator's address and the secret behind the logins' passwords stay in this one process.
//   node scripts/prepare.ts OWNER_FILE ADMIN_FILE WORKER_FILE [--demo]

loadEnvFile();
const [ownerFile, adminFile, workerFile, demo] = process.argv.slice(2);
const databaseUrl = process.env.DATABASE_URL;

try {
  if (!ownerFile || !adminFile || !workerFile)
    throw new PlainError('node scripts/prepare.ts OWNER_FILE ADMIN_FILE WORKER_FILE [--demo]');
  if (!databaseUrl) throw new PlainError('DATABASE_URL is missing: the address of the database to migrate.');
  const secrets = keepSecrets(process.env.SECRETS_DIR ?? '.studyspot');
  const database = useServer(databaseUrl, process.env.LOGIN_SECRET || secrets.LOGIN_SECRET);
  const ports = portsFromEnv();
  const settingsOf = (portal: Portal) => portalEnv(portal, { ports, database, secrets, dev: false });
  const worker = {
    ...workerEnv(ports, database, false),
    ...(process.env.MAIL_URL && { MAIL_URL: process.env.MAIL_URL }),
  };
  await step('Migrate', () => bringUpToDate(database, process.env.LOGIN_SECRET || secrets.LOGIN_SECRET));
  if (demo === '--demo' && (await isEmpty(databaseUrl))) {
    await step('Seed the demo', () =>
      seedDemo({ databaseUrl, owner: settingsOf('owner'), admin: settingsOf('admin'), worker }),
    );
  }
  for (const [settings, file] of [
    [settingsOf('owner'), ownerFile],
    [settingsOf('admin'), adminFile],
    [worker, workerFile],
  ] as const) {
    mkdirSync(dirname(file), { recursive: true });
    const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"`);
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  }
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exit(1);
}
