import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { type Member, makeWorld, type World } from '@studyspot/db/testing/world';
import type { AnyTRPCRouter } from '@trpc/server';
import { readEnv } from '../env.ts';
import type { StopOptions } from '../http/stop.ts';
import { openLog } from '../log.ts';
import { type App, openApp } from '../open-app.ts';
import type { PortalName } from '../request.ts';
import { cookieNames, sealCookie } from '../sign-in/cookie.ts';
import { deriveSecret } from '../sign-in/derive.ts';
import { known } from '../sign-in/password-line.ts';
import { openPasswords } from '../sign-in/passwords.ts';

const origin = 'http://localhost:3000';
const keys = { owner: 'o'.repeat(40), admin: 'a'.repeat(40) };
const secretKey = 's'.repeat(40);
const passwordKey = 'p'.repeat(40);

/** Everybody's in the world of these servers. */
export const knownPassword = 'Reading-Room-26';

export interface TestServer {
  app: App;
  url: string;
  /** Mails that were handed over, newest last. */
  /** Log lines as they were written. */
  lines: string[];
  close(options?: StopOptions): Promise<void>;
}

export interface TestServers {
  database: TestDatabase;
  world: World;
  start(portal: PortalName, router: AnyTRPCRouter, settings?: Record<string, string>): Promise<TestServer>;
  close(): Promise<void>;
}

/** What a portal of tests is told. */
export const settingsOf = (portal: PortalName, { auth, tenant, platform }: TestDatabase['urls']) => ({
  NODE_ENV: 'test',
  PORTAL_URL: origin,
  DATABASE_URL_AUTH: auth,
  ...(portal === 'owner' ? { DATABASE_URL_TENANT: tenant } : { DATABASE_URL_PLATFORM: platform }),
  SESSION_KEY: keys[portal],
  SECRET_KEY: secretKey,
  PASSWORD_KEY: passwordKey,
  LOG_LEVEL: 'debug',
  CHANGES_PER_MINUTE: '1000000',
  READS_PER_MINUTE: '1000000',
  BCRYPT_COST: '4',
});

/** One database and world of their own, and portals over real HTTP in front of them. */
export async function openTestServers(): Promise<TestServers> {
  const database = await withTestDatabase();
  const passwords = openPasswords({ key: passwordKey, cost: 4, workers: 1 });
  const passwordHash = await passwords.hash(knownPassword, known('world'));
  await passwords.close();
  const secretOf = (session: string, seed: Uint8Array) => deriveSecret(secretKey, session, seed, 1);
  const world = await makeWorld(database, { secretOf, passwordHash });
  const started: TestServer[] = [];

  async function start(portal: PortalName, router: AnyTRPCRouter, settings: Record<string, string> = {}) {
    const env = readEnv({ ...settingsOf(portal, database.urls), ...settings });
    const lines: string[] = [];
    const log = openLog({ level: env.LOG_LEVEL, portal, to: { write: (line: string) => void lines.push(line) } });
    const app = openApp(env, { router, log });
    const server = createServer((req, res) => {
      void app.handle(req, res).then((isTaken) => {
        if (!isTaken) res.writeHead(418).end();
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = (options: StopOptions = { lingerMs: 0, deadlineMs: 1_000 }) => app.stop(server, options);
    const running = { app, url: `http://127.0.0.1:${port}`, lines, close };
    started.push(running);
    return running;
  }

  async function close(): Promise<void> {
    await Promise.all(started.map((server) => server.close()));
    await database.drop();
  }

  return { database, world, start, close };
}

export function cookieOf(
  { session }: Pick<Member, 'session'>,
  changed: { tenant?: string | null; secret?: Uint8Array } = {},
): string {
  const { portal } = session;
  const cookie = {
    portal,
    session: session.id,
    secret: changed.secret ?? session.secret,
    tenant: changed.tenant === undefined ? session.tenantId : changed.tenant,
    library: null,
  };
  return `${cookieNames(portal, true).session}=${sealCookie(keys[portal], cookie)}`;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  data: unknown;
  error: {
    number: number;
    name: string;
    sentence: string;
    fields: { path: string; message: string }[];
    details?: object;
  } | null;
}

interface WireAnswer {
  result?: { data?: unknown };
  error?: { data: NonNullable<Reply['error']> };
}

export const headersOf = (cookie: string | null, more: Record<string, string> = {}): Record<string, string> => ({
  origin,
  'content-type': 'application/json',
  ...(cookie === null ? {} : { cookie }),
  ...more,
});

/** One call over HTTP, as the page sends it. `cookie` null is a caller who is not signed in. */
export async function ask(
  server: Pick<TestServer, 'url'>,
  cookie: string | null,
  path: string,
  input?: unknown,
  more: Record<string, string> = {},
): Promise<Reply> {
  const body = input === undefined ? {} : { body: JSON.stringify(input) };
  const headers = headersOf(cookie, more);
  const answer = await fetch(`${server.url}/api/trpc/${path}`, { method: 'POST', headers, ...body });
  const text = await answer.text();
  const wire = JSON.parse(text) as WireAnswer;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    data: wire.result?.data,
    error: wire.error?.data ?? null,
  };
}
