import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './children.ts';
import type { RunningDatabase } from './database.ts';
import { PlainError } from './plain-error.ts';
import { inRoot } from './root.ts';
import type { Secrets } from './secrets.ts';
import { type Ports, startSettings } from './settings.ts';

export type Portal = 'owner' | 'admin';

const notForPortals = new Set<string>([
  'DATABASE_URL',
  'LOGIN_SECRET',
  'DATABASE_URL_SYSTEM',
  'DATABASE_URL_POST',
  'ADMIN_URL',
  'MAIL_URL',
  'MAIL_FROM',
  ...startSettings,
]);

/** The settings named in .env.example, which a test keeps equal to what the portals read. */
export function settingNames(): string[] {
  const lines = readFileSync(inRoot('.env.example'), 'utf8').split('\n');
  return lines.flatMap((line) => /^#? ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
}

/** Each portal gets the addresses of its own two logins and no others. */
export function portalEnv(
  portal: Portal,
  { ports, database, secrets, dev }: { ports: Ports; database: RunningDatabase; secrets: Secrets; dev: boolean },
): Record<string, string> {
  const asked = settingNames()
    .filter((name) => !notForPortals.has(name))
    .flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return {
    ...Object.fromEntries(asked),
    NODE_ENV: dev ? 'development' : 'production',
    PORT: String(ports[portal]),
    PORTAL_URL: `http://localhost:${ports[portal]}`,
    OWNER_URL: `http://localhost:${ports.owner}`,
    DATABASE_URL_AUTH: database.logins.auth,
    ...(portal === 'owner'
      ? { DATABASE_URL_TENANT: database.logins.tenant }
      : { DATABASE_URL_PLATFORM: database.logins.platform }),
    SESSION_KEY: portal === 'owner' ? secrets.OWNER_SESSION_KEY : secrets.ADMIN_SESSION_KEY,
    SECRET_KEY: secrets.SECRET_KEY,
    PASSWORD_KEY: secrets.PASSWORD_KEY,
  };
}

/** The worker's own two logins, and what its letters need. */
export const workerEnv = (ports: Ports, database: RunningDatabase, dev: boolean): Record<string, string> => ({
  ...(process.env['LOG_LEVEL'] ? { LOG_LEVEL: process.env['LOG_LEVEL'] } : {}),
  NODE_ENV: dev ? 'development' : 'production',
  DATABASE_URL_SYSTEM: database.logins.system,
  DATABASE_URL_POST: database.logins.post,
  OWNER_URL: `http://localhost:${ports.owner}`,
  ADMIN_URL: `http://localhost:${ports.admin}`,
  MAIL_URL: `smtp://127.0.0.1:${ports.smtp}`,
  MAIL_FROM: 'StudySpot <no-reply@studyspot.localhost>',
  WORKER_PORT: String(ports.worker),
});

/** Waits until each address answers 200; a child that ends first, or two minutes, is an error. */
export async function untilAnswers(child: Child, addresses: readonly string[]): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (const address of addresses) {
    while (!(await answers(address))) {
      if (child.hasExited()) throw endedTooSoon(child);
      if (Date.now() > deadline)
        throw new PlainError(`${child.name} does not answer at ${address}.\n${child.lastLines()}`);
      await pause(100);
    }
  }
}

export function endedTooSoon(child: Child): PlainError {
  return new PlainError(`${child.lastLines()}\n${child.name} ended by itself; its last lines stand above.`);
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(60_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
