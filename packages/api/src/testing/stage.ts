import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { makeWorld, type TestSession, type World } from '@studyspot/db/testing/world';
import { MailFailed, type MailReason } from '@studyspot/providers/mail';
import { pino } from 'pino';
import { readEnv } from '../env.ts';
import type { Code } from '../errors/codes.ts';
import { errorData } from '../errors/sentences.ts';
import { translate } from '../errors/translate.ts';
import type { Locale } from '../locale.ts';
import { type App, openApp } from '../open-app.ts';
import type { Context } from '../procedures/context.ts';
import { makeCallerFactory } from '../procedures/router.ts';
import type { PortalName, RequestFacts } from '../request.ts';
import { type AdminRouter, adminRouter, type OwnerRouter, ownerRouter } from '../root.ts';
import type { Letter } from '../services.ts';
import { sealCookie } from '../sign-in/cookie.ts';
import { deriveSecret } from '../sign-in/derive.ts';
import { found } from '../work/found.ts';
import type { WorkServices } from '../work/services.ts';
import type { Worker } from '../work/worker.ts';
import { openTestServices, startTestWorker } from './worker.ts';

/** The two roots a proof runs against: the product's, or a copy of it with one mistake put in. */
export interface Roots {
  ownerRouter: OwnerRouter;
  adminRouter: AdminRouter;
}
export const product: Roots = { ownerRouter, adminRouter };

const KEY = 'the key of a stage that stands for one test';

/** Keeps what was mailed; `fails` is why a mail server does not take it. */
export class Outbox {
  readonly letters: Letter[] = [];
  fails: MailReason | null = null;
  /** Looked at while a mail goes out. */
  onSend: () => Promise<void> = async () => undefined;

  async send(letter: Letter): Promise<void> {
    await this.onSend();
    if (this.fails) throw new MailFailed(this.fails);
    this.letters.push(letter);
  }

  tokenFor(email: string): string | undefined {
    const letter = this.letters.findLast((sent) => sent.to === email);
    return /\?token=([\w-]{43})/.exec(letter?.text ?? '')?.[1];
  }
}

export type Who = TestSession | null;

export interface Outcome {
  /** Null when it was answered. */
  fault: Code | null;
  data: unknown;
}

/** A database with a world in it and both portals on top: everything of a request but its HTTP. */
export class Stage {
  readonly database: TestDatabase;
  readonly world: World;
  readonly mail: Outbox;
  readonly apps: Record<PortalName, App>;
  #working: { worker: Worker; services: ReturnType<typeof openTestServices> } | undefined;

  constructor(database: TestDatabase, world: World, mail: Outbox, apps: Record<PortalName, App>) {
    this.database = database;
    this.world = world;
    this.mail = mail;
    this.apps = apps;
  }

  context(portal: PortalName, who: Who, locale: Locale = 'en'): Context {
    const app = this.apps[portal];
    const request: RequestFacts = {
      ...{ id: randomUUID(), locale, address: '203.0.113.7', agent: 'test', setCookies: [], told: [] },
      cookie: who ? `${app.signIn.names.session}=${this.#sealed(portal, who)}` : '',
    };
    return { ...app.contextOf(request), trace: { tenant: null, user: null }, around: null };
  }

  /** From now on a worker does what follows from what happens, and letters come. */
  async work(mail: WorkServices['mail'] = this.mail): Promise<void> {
    if (this.#working) return;
    const services = openTestServices(this.database, mail);
    this.#working = { services, worker: startTestWorker(this.database, found, { upkeepMs: 50 }, services) };
    await this.#working.worker.hears;
  }

  /** All that has happened so far has been heard of, and what follows from it is done or waits for another try. */
  async done(): Promise<void> {
    for (;;) {
      const [left] = await this.database.sql`
        select 1 from job_relay r join domain_events e on e.seq > r.cursor and e.seq <> all (r.early)
        union all select 1 from jobs where state in ('waiting', 'behind', 'running') limit 1`;
      if (!left) return;
      await pause(10);
    }
  }

  // The portal is the one that is called, so that the gate and not the cookie refuses a session of the other one.
  #sealed(portal: PortalName, { id, secret, tenantId }: TestSession): string {
    return sealCookie(KEY, { portal, session: id, secret, tenant: tenantId, library: null });
  }

  owner(who: Who, locale?: Locale) {
    return makeCallerFactory(ownerRouter)(this.context('owner', who, locale));
  }

  admin(who: Who) {
    return makeCallerFactory(adminRouter)(this.context('admin', who));
  }

  /** Any procedure by its path, its answer or error as data, and all that follows the answer done. */
  async call(roots: Roots, portal: PortalName, path: string, who: Who, input: unknown): Promise<Outcome> {
    const router = portal === 'owner' ? roots.ownerRouter : roots.adminRouter;
    try {
      let node: unknown = makeCallerFactory(router as OwnerRouter)(this.context(portal, who));
      for (const name of path.split('.')) node = (node as Record<string, unknown>)[name];
      return { fault: null, data: await (node as (input: unknown) => Promise<unknown>)(input) };
    } catch (error) {
      const fault = translate(error);
      return { fault: fault.code, data: errorData(fault, { id: '', locale: 'en' }) };
    } finally {
      await this.apps[portal].signIn.idle();
    }
  }

  async close(): Promise<void> {
    await this.#working?.worker.stop();
    await Promise.all([this.#working?.services.close(), this.apps.owner.stop(), this.apps.admin.stop()]);
    await this.database.drop();
  }
}

export async function openStage(): Promise<Stage> {
  const database = await withTestDatabase();
  const world = await makeWorld(database, { secretOf: (session, seed) => deriveSecret(KEY, session, seed, 0) });
  const mail = new Outbox();
  const open = (login: Record<string, string>) => {
    const env = readEnv({
      NODE_ENV: 'test',
      PORTAL_URL: 'http://localhost:3000',
      DATABASE_URL_AUTH: database.urls.auth,
      ...login,
      ...{ SESSION_KEY: KEY, SECRET_KEY: KEY, PASSWORD_KEY: KEY, BCRYPT_COST: '4' },
    });
    const router = env.portal === 'owner' ? ownerRouter : adminRouter;
    return openApp(env, { router, log: pino({ level: 'silent' }) });
  };
  return new Stage(database, world, mail, {
    owner: open({ DATABASE_URL_TENANT: database.urls.tenant }),
    admin: open({ DATABASE_URL_PLATFORM: database.urls.platform }),
  });
}

/** What a call was refused with; null where it was answered. */
export async function faultOf(call: Promise<unknown>): Promise<Code | null> {
  return await call.then(
    () => null,
    (error: unknown) => translate(error).code,
  );
}
