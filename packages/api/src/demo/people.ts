import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../open-app.ts';
import type { Context, Signed } from '../procedures/context.ts';
import type { PortalName, RequestFacts } from '../request.ts';
import type { Letter } from '../services.ts';

/** The demo's mail: nothing goes out, and the link in the last letter to someone can be read. */
export class Letterbox {
  readonly #last = new Map<string, Letter>();

  async send(letter: Letter): Promise<void> {
    this.#last.set(letter.to, letter);
  }

  /** Of a letter that may still be on its way; each is read once. */
  async tokenFor(email: string): Promise<string> {
    for (const deadline = performance.now() + 30_000; performance.now() < deadline; await pause(20)) {
      const token = /\?token=([\w-]{43})/.exec(this.#last.get(email)?.text ?? '')?.[1];
      if (token === undefined) continue;
      this.#last.delete(email);
      return token;
    }
    throw new Error(`no letter with a link went to ${email}`);
  }
}

function facts(): RequestFacts {
  return { id: randomUUID(), locale: 'en', address: '127.0.0.1', agent: 'demo', cookie: '', setCookies: [], told: [] };
}

export function contextOf(app: App, signed: Signed | null): Context {
  return { ...app.contextOf(facts()), signed, trace: { tenant: null, user: null }, around: null };
}

/** Signs in as the sign-in form does behind its password check, into the person's tenant. */
export async function signIn(app: App, portal: PortalName, email: string): Promise<Signed> {
  const login = await app.database.identity.findLogin(email);
  if (!login?.passwordHash) throw new Error(`${email} has no password`);
  const session = randomUUID();
  const secretHash = createHash('sha256').update(randomBytes(32)).digest();
  const started = await app.database.identity.startSession({
    ...{ email, passwordHash: login.passwordHash, portal, session, secretHash },
    ...{ seed: randomBytes(32), address: '127.0.0.1', agent: 'demo', device: null },
    ...{ accessSeconds: 900, idleDays: 7, totalDays: 30, replaces: null },
  });
  if (!started) throw new Error(`${email} could not sign in`);
  return { session, secretHash, tenant: started.tenant, library: started.library };
}

export async function signOut(app: App, portal: PortalName, signed: Signed): Promise<void> {
  const { session, secretHash } = signed;
  await app.database.identity.endSession({ session, secretHash, portal }, 'sign-out');
}
