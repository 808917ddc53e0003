import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { At, Identity, StartedSession } from '@studyspot/db/identity';
import type { RequestFacts } from '../request.ts';
import type { Passwords } from '../services.ts';
import {
  type CookieNames,
  type CookieReading,
  clearCookie,
  cookieNames,
  cookieValue,
  openerOf,
  type Portal,
  readCookie,
  type SessionCookie,
  sealCookie,
  setCookie,
} from './cookie.ts';
import { deriveSecret, hashSecret } from './derive.ts';
import { type Device, isKnown, knowAccount, readDevice } from './device.ts';
import { accountOf, type Throttle } from './throttle.ts';

export interface SignInSettings {
  portal: Portal;
  publicUrl: string;
  sessionKey: string;
  secretKey: string;
  accessSeconds: number;
  graceSeconds: number;
  confirmSeconds: number;
  rotateBeforeSeconds: number;
}

export interface SignInParts {
  settings: SignInSettings;
  identity: Identity;
  passwords: Passwords;
  throttle: Throttle;
  /** Mails the link that makes this device known; fails in silence, since nobody may see whether the mail exists. */
  warn: (what: string, error: unknown) => void;
}

/** Behind the server's own eight seconds, so that a stop stays under ten. */
const IDLE_MS = 1_500;
export const idleDays = 7;
export const totalDays = 30;
const deviceDays = 365;

/** What a process holds of sign-in: made once by the app, reached by every copy of this package through it. */
export interface SignIn extends SignInParts {
  names: CookieNames;
  secure: boolean;
  read(cookie: string | undefined): CookieReading;
  at(cookie: SessionCookie): At;
  seal(cookie: SessionCookie, expires: Date): string;
  clear(): string;
  device(request: RequestFacts): Device | null;
  deviceKnows(request: RequestFacts, email: string): string | null;
  /** From now on this browser is known for that account; gives the device's id. */
  rememberDevice(request: RequestFacts, email: string): string;
  /** Work whose end the answer does not wait for, such as a mail that must not tell whether the account exists. */
  later(work: () => Promise<void>): void;
  /** When all of that is done: asked at stop. */
  idle(): Promise<void>;
}

// Browsers take Secure and __Host- cookies over plain http from localhost alone.
export function isSecure(publicUrl: string): boolean {
  const url = new URL(publicUrl);
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

export function openSignIn(parts: SignInParts): SignIn {
  const { portal, publicUrl, sessionKey } = parts.settings;
  const secure = isSecure(publicUrl);
  const names = cookieNames(portal, secure);
  const device = (request: RequestFacts) => readDevice(sessionKey, cookieValue(request.cookie, names.device));
  const open = openerOf(sessionKey, portal);
  const pending = new Set<Promise<void>>();
  return {
    ...parts,
    names,
    secure,
    read: (cookie) => readCookie(cookie, names.session, open),
    at: (cookie) => ({ session: cookie.session, secretHash: hashSecret(cookie.secret), portal }),
    seal: (cookie, expires) => setCookie(names.session, sealCookie(sessionKey, cookie), { expires, secure }),
    clear: () => clearCookie(names.session, secure),
    device,
    deviceKnows(request, email) {
      const found = device(request);
      return found && isKnown(sessionKey, found, email) ? found.id : null;
    },
    rememberDevice(request, email) {
      const known = knowAccount(sessionKey, device(request), email);
      parts.throttle.forgive(accountOf(email), known.id);
      const expires = new Date(Date.now() + deviceDays * 86_400_000);
      request.setCookies.push(setCookie(names.device, known.value, { expires, secure }));
      return known.id;
    },
    later(work) {
      const running = work()
        .catch((error: unknown) => parts.warn('work after the answer failed', error))
        .finally(() => pending.delete(running));
      pending.add(running);
    },
    idle: async () => {
      await Promise.race([Promise.all(pending), pause(IDLE_MS, undefined, { ref: false })]);
    },
  };
}

/** Also by a cookie long outdated: someone else has turned the session since, and would go on with it. */
export async function leaveSession(signIn: SignIn, cookie: SessionCookie, reason: string): Promise<void> {
  const at = signIn.at(cookie);
  if (!(await signIn.identity.endSession(at, reason))) await signIn.identity.endIfReused(at);
}

export interface NewLogin {
  email: string;
  passwordHash: string;
  request: RequestFacts;
}

/** Starts a session and ends the one the request came with, else a late answer of the old one puts its person back. */
export async function startSession(
  signIn: SignIn,
  { email, passwordHash, request }: NewLogin,
): Promise<{ cookie: SessionCookie; started: StartedSession } | null> {
  const { portal, secretKey, accessSeconds } = signIn.settings;
  const session = randomUUID();
  const seed = randomBytes(32);
  const secret = deriveSecret(secretKey, session, seed, 0);
  const before = signIn.read(request.cookie);
  const started = await signIn.identity.startSession({
    email,
    passwordHash,
    portal,
    session,
    seed,
    secretHash: hashSecret(secret),
    address: request.address,
    agent: request.agent,
    device: signIn.device(request)?.id ?? null,
    accessSeconds,
    idleDays,
    totalDays,
    replaces: before.kind === 'one' ? signIn.at(before.cookie) : null,
  });
  // Its cookie may be outdated, then the row is still there.
  if (started && before.kind === 'one') await signIn.identity.endIfReused(signIn.at(before.cookie));
  return started && { started, cookie: { portal, session, secret, tenant: started.tenant, library: started.library } };
}
