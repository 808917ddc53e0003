import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { makeWorld, type Person, type World } from '@studyspot/db/testing/world';
import { deriveSecret } from '../derive.ts';
import { known } from '../password-line.ts';
import { openPasswords } from '../passwords.ts';
import { Browser } from './browser.ts';
import { openTestPortal, type TestPortal, type TestPortalOptions, testKeys } from './test-portal.ts';

export const password = 'Right7horse12';

/** A database with a world in it and the portals that a scenario opened; every portal of a stage is closed with it. */
export class Stage {
  readonly database: TestDatabase;
  readonly world: World;
  private readonly openPortal: typeof openTestPortal;
  private readonly portals: TestPortal[] = [];

  constructor(database: TestDatabase, world: World, openPortal: typeof openTestPortal) {
    this.database = database;
    this.world = world;
    this.openPortal = openPortal;
  }

  async portal(options?: TestPortalOptions): Promise<TestPortal> {
    const portal = await this.openPortal(this.database, options);
    this.portals.push(portal);
    return portal;
  }

  /** A browser that has signed in. */
  async visitor(portal: TestPortal, person: Person): Promise<Browser> {
    const browser = new Browser(portal.url);
    const answer = await browser.signIn(person.email, password);
    if (answer.headers.get('location') !== '/') throw new Error(`sign-in: ${answer.headers.get('location')}`);
    return browser;
  }

  /** Time passes for one session: everything its row remembers moves into the past. */
  async age(browser: Browser, seconds: number): Promise<void> {
    await this.database.sql`
      update sessions set rotated_at = rotated_at - make_interval(secs => ${seconds}),
        access_ends_at = access_ends_at - make_interval(secs => ${seconds}),
        previous_until = previous_until - make_interval(secs => ${seconds}),
        confirm_after = confirm_after - make_interval(secs => ${seconds})
      where id = ${sessionOf(browser)}`;
  }

  async row(browser: Browser): Promise<Record<string, unknown>> {
    const [row] = await this.database.sql`select * from sessions where id = ${sessionOf(browser)}`;
    return row ?? {};
  }

  async closePortals(): Promise<void> {
    await Promise.all(this.portals.splice(0).map((portal) => portal.close()));
    // What was asked for and never looked at is no mail of the next scenario's portal.
    await this.database.sql`delete from jobs`;
    await this.database.sql`delete from letters`;
  }

  async close(): Promise<void> {
    await this.closePortals();
    await this.database.drop();
  }
}

export function sessionCookie(browser: Browser): string {
  const [, value] = [...browser.jar].find(([name]) => /ss\.(owner|admin)$/.test(name)) ?? [];
  return value ?? '';
}

export function sessionOf(browser: Browser): string {
  return sessionCookie(browser).split('~')[2] ?? '';
}

let hash: Promise<string> | null = null;
async function passwordHash(): Promise<string> {
  const passwords = openPasswords({ key: testKeys.PASSWORD_KEY, cost: 4 });
  hash ??= passwords.hash(password, known('stage'));
  const made = await hash;
  await passwords.close();
  return made;
}

export async function openStage(openPortal: typeof openTestPortal = openTestPortal): Promise<Stage> {
  const database = await withTestDatabase();
  const secretOf = (session: string, seed: Uint8Array) => deriveSecret(testKeys.SECRET_KEY, session, seed, 0);
  const world = await makeWorld(database, { passwordHash: await passwordHash(), secretOf });
  return new Stage(database, world, openPortal);
}

export interface RawAnswer {
  status: number;
  location: string | undefined;
  setCookies: string[];
  body: string;
}

/** Sends a path exactly as it is written, with any Host: fetch would mend both. */
export function rawAsk(
  url: string,
  {
    method,
    path,
    headers = {},
    body,
  }: { method: string; path: string; headers?: Record<string, string>; body?: string },
): Promise<RawAnswer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const req = httpRequest({ host: 'localhost', port, method, path, headers }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      res.on('end', () => {
        const setCookies = res.headers['set-cookie'] ?? [];
        resolve({ status: res.statusCode ?? 0, location: res.headers.location, setCookies, body: text });
      });
    });
    req.on('error', reject);
    req.end(body);
  });
}

/** Chunked, without a length, until the server has had enough. */
export function rawFlood(url: string, headers: Record<string, string>, bytes: number): Promise<RawAnswer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const path = '/api/auth/callback/credentials';
    const req = httpRequest({ host: 'localhost', port, method: 'POST', path, headers }, (res) => {
      res.resume();
      resolve({ status: res.statusCode ?? 0, location: res.headers.location, setCookies: [], body: '' });
      req.destroy();
    });
    req.on('error', reject);
    const chunk = randomBytes(32_768).toString('hex');
    let sent = 0;
    const write = () => {
      while (sent < bytes && !req.destroyed) {
        sent += chunk.length;
        if (!req.write(chunk)) {
          req.once('drain', write);
          return;
        }
      }
      req.end();
    };
    write();
  });
}

export interface Scenario {
  name: string;
  run: (stage: Stage) => Promise<void>;
}
