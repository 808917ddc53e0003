import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { TestDatabase } from '@studyspot/db/testing/database';
import { placeApp, removeApp } from '../../app-here.ts';
import { jobLetter } from '../../domains/identity/job-letter.ts';
import { readEnv } from '../../env.ts';
import { ownerCallerFor } from '../../http/caller.ts';
import { openServer, type PageHandler, portalListener } from '../../http/portal-server.ts';
import { openLog } from '../../log.ts';
import { type App, openApp } from '../../open-app.ts';
import { adminRouter, ownerRouter } from '../../root.ts';
import type { Letter } from '../../services.ts';
import { workOff } from '../../testing/worker.ts';
import type { NextAuth } from '../auth-door.ts';
import { csrfHeader } from '../csrf.ts';

export const testKeys = {
  SESSION_KEY: 'session-key-of-the-tests-'.padEnd(40, 's'),
  SECRET_KEY: 'secret-key-of-the-tests-'.padEnd(40, 'x'),
  PASSWORD_KEY: 'password-key-of-the-tests-'.padEnd(40, 'p'),
};

export interface TestPortal {
  app: App;
  url: string;
  /** All that was mailed so far: what waits to be sent is sent first. */
  mails(): Promise<Letter[]>;
  /** What was logged, if LOG_LEVEL lets it. */
  lines: string[];
  /** Called before a page is drawn, so that a test can make something happen just then. */
  beforePage: { run: () => Promise<void> };
  close(): Promise<void>;
}

export interface TestPortalOptions {
  portal?: 'owner' | 'admin';
  env?: Record<string, string>;
  nextAuth?: NextAuth;
  /** Changes a part of the app before anything is served: how a mutant is made. */
  change?: (app: App) => void;
}

const { default: realNextAuth } = createRequire(import.meta.url)('next-auth') as { default: NextAuth };

/** Stands for Next: calls a verb as a page does, says what it sees, and sets a cookie of its own as an action may. */
function pageOf(app: App, before: TestPortal['beforePage']): PageHandler {
  return async (req, res) => {
    await before.run();
    const reading = app.signIn.read(req.headers.cookie);
    let number = 0;
    if (reading.kind === 'one') {
      await app.database.identity.person(app.signIn.at(reading.cookie)).catch((error: unknown) => {
        number = Number(error instanceof Error && 'code' in error ? String(error.code).slice(1) : 6002);
      });
    }
    if (number === 0 && reading.kind === 'one' && reading.cookie.tenant !== null) await draw(app, req.headers.cookie);
    const tenant = reading.kind === 'one' ? reading.cookie.tenant : null;
    res.setHeader('content-type', 'application/json');
    res.setHeader('set-cookie', ['page=1; Path=/']);
    res.end(
      JSON.stringify({ csrf: req.headers[csrfHeader], kind: reading.kind, tenant, number, cookie: req.headers.cookie }),
    );
  };
}

async function draw(app: App, cookie = ''): Promise<void> {
  removeApp();
  placeApp(app);
  const headers = { get: (name: string) => (name === 'cookie' ? cookie : null) };
  const listed = app.env.portal === 'owner' ? ownerCallerFor(headers).libraries.list({ limit: 1 }) : null;
  // Not every member may list them; the page goes on without.
  await listed?.catch(() => undefined);
}

/** A whole portal over real HTTP, with a page that stands for Next. */
export async function openTestPortal(database: TestDatabase, options: TestPortalOptions = {}): Promise<TestPortal> {
  const { portal = 'owner', nextAuth = realNextAuth } = options;
  const server = openServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const env = readEnv({
    NODE_ENV: 'test',
    PORTAL_URL: url,
    PORT: String(port),
    DATABASE_URL_AUTH: database.urls.auth,
    ...(portal === 'owner'
      ? { DATABASE_URL_TENANT: database.urls.tenant }
      : { DATABASE_URL_PLATFORM: database.urls.platform }),
    LOG_LEVEL: 'silent',
    BCRYPT_COST: '4',
    OWNER_URL: url,
    CHANGES_PER_MINUTE: '100000',
    READS_PER_MINUTE: '100000',
    ...testKeys,
    ...options.env,
  });
  const sent: Letter[] = [];
  const lines: string[] = [];
  const log = openLog({ level: env.LOG_LEVEL, portal, to: { write: (line: string) => void lines.push(line) } });
  const app = openApp(env, { router: portal === 'owner' ? ownerRouter : adminRouter, log });
  options.change?.(app);
  const beforePage = { run: async () => undefined };
  server.on('request', portalListener({ app, nextAuth, page: pageOf(app, beforePage) }));
  const mails = async () => {
    await app.signIn.idle();
    sent.push(...(await workOff(database, { jobLetter })));
    return sent;
  };
  return { app, url, mails, lines, beforePage, close: () => app.stop(server, { lingerMs: 0, deadlineMs: 500 }) };
}
