import { randomBytes, randomUUID } from 'node:crypto';
import { readEnv } from '../env.ts';
import { makeFacts } from '../http/facts.ts';
import { openLog } from '../log.ts';
import { openApp } from '../open-app.ts';
import type { Signed } from '../procedures/context.ts';
import { makeCallerFactory } from '../procedures/router.ts';
import { adminRouter, ownerRouter } from '../root.ts';
import type { Letter } from '../services.ts';
import { deriveSecret, hashSecret } from '../sign-in/derive.ts';

export type Settings = Record<string, string>;

/** A portal without HTTP, whose mails are kept: the seed goes through the same verbs as people do. */
export function openPortal(settings: Settings) {
  const env = readEnv(settings);
  const letters: Letter[] = [];
  const mail = { send: async (letter: Letter) => void letters.push(letter) };
  const app = openApp(env, {
    router: env.portal === 'owner' ? ownerRouter : adminRouter,
    log: openLog({ level: 'fatal', portal: env.portal }),
    mail,
  });
  const { identity } = app.database;

  function contextOf(signed: Signed | null) {
    const context = app.contextOf(makeFacts({}, '127.0.0.1'), null);
    return { ...context, signed, trace: { tenant: null, user: null } };
  }

  async function signIn(email: string): Promise<Signed> {
    const login = await identity.findLogin(email);
    if (!login?.passwordHash) throw new Error(`the demo has no sign-in for ${email}`);
    const [session, seed] = [randomUUID(), randomBytes(32)];
    const secretHash = hashSecret(deriveSecret(env.SECRET_KEY, session, seed, 0));
    const started = await identity.startSession({
      email,
      passwordHash: login.passwordHash,
      portal: env.portal,
      session,
      seed,
      secretHash,
      address: null,
      agent: null,
      device: null,
      accessSeconds: 900,
      idleDays: 7,
      totalDays: 30,
      replaces: null,
    });
    if (!started) throw new Error(`the demo could not sign in ${email}`);
    return { session, secretHash, tenant: started.tenant, library: started.library };
  }

  /** The token of the newest mail to this address. */
  function tokenFor(email: string): string {
    const letter = letters.findLast(({ to }) => to === email);
    const token = /[?&]token=([A-Za-z0-9_-]{43})/.exec(letter?.text ?? '')?.[1];
    if (!token) throw new Error(`the demo found no link mailed to ${email}`);
    return token;
  }

  return {
    passwords: app.services.passwords,
    owner: (signed: Signed | null) => makeCallerFactory(ownerRouter)(contextOf(signed)),
    admin: (signed: Signed | null) => makeCallerFactory(adminRouter)(contextOf(signed)),
    signIn,
    signOut: ({ session, secretHash }: Signed) =>
      identity.endSession({ session, secretHash, portal: env.portal }, 'signed_out'),
    tokenFor,
    close: () => app.stop(),
  };
}

export type DemoPortal = ReturnType<typeof openPortal>;
