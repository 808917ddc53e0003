import type { SessionFacts } from '@studyspot/db/identity';
import type { SessionCookie } from './cookie.ts';
import { deriveSecret, hashSecret } from './derive.ts';
import type { SignIn } from './sign-in.ts';

export type Refreshed =
  | { outcome: 'unchanged' }
  | { outcome: 'kept' | 'rotated'; cookie: SessionCookie; expires: Date; accessEndsAt: Date }
  | { outcome: 'gone'; why: 'ended' | 'reuse' };

const gone: Refreshed = { outcome: 'gone', why: 'ended' };

function same(cookie: SessionCookie, facts: SessionFacts): boolean {
  return cookie.tenant === facts.tenant && cookie.library === facts.library;
}

/** The successor of a session's secret. Every caller with the same row gets the same one: nothing here is random. */
export async function refresh(signIn: SignIn, cookie: SessionCookie): Promise<Refreshed> {
  const facts = await signIn.identity.sessionFacts(signIn.at(cookie));
  if (!facts || facts.ended) return whyGone(facts);
  return rotate(signIn, cookie, facts);
}

/** Before a page is drawn: rotates only when access ends soon, and puts a cookie right whose tenant is no longer the row's. */
export async function refreshForPage(signIn: SignIn, cookie: SessionCookie): Promise<Refreshed> {
  const at = signIn.at(cookie);
  const facts = await signIn.identity.sessionFacts(at);
  if (!facts || facts.ended) return whyGone(facts);
  const left = facts.accessEndsAt.getTime() - Date.now();
  if (facts.state !== 'current' || left < signIn.settings.rotateBeforeSeconds * 1000) {
    return rotate(signIn, cookie, facts);
  }
  await confirmIfDue(signIn, cookie, facts);
  if (same(cookie, facts)) return { outcome: 'unchanged' };
  const { tenant, library, accessEndsAt, expiresAt } = facts;
  return { outcome: 'kept', cookie: { ...cookie, tenant, library }, expires: expiresAt, accessEndsAt };
}

async function rotate(signIn: SignIn, cookie: SessionCookie, facts: SessionFacts): Promise<Refreshed> {
  const { accessSeconds, graceSeconds, confirmSeconds, secretKey } = signIn.settings;
  const next = (generation: number) => deriveSecret(secretKey, cookie.session, facts.seed, generation);
  const turned = await signIn.identity.rotate({
    at: signIn.at(cookie),
    fromGeneration: facts.generation,
    nextHash: hashSecret(next(facts.generation + 1)),
    accessSeconds,
    graceSeconds,
    confirmSeconds,
    minimumAgeSeconds: Math.floor(accessSeconds / 2),
  });
  if (!turned || turned.outcome === 'ended') return gone;
  if (turned.outcome === 'reuse') return { outcome: 'gone', why: 'reuse' };
  return {
    outcome: turned.outcome,
    cookie: { ...cookie, secret: next(turned.generation), tenant: turned.tenant, library: turned.library },
    expires: turned.expiresAt,
    accessEndsAt: turned.accessEndsAt,
  };
}

// Once per rotation: after this the previous secret in anyone's hands is theft.
async function confirmIfDue(signIn: SignIn, cookie: SessionCookie, facts: SessionFacts): Promise<void> {
  const due = facts.rotatedAt.getTime() + signIn.settings.confirmSeconds * 1000;
  if (facts.generation === 0 || Date.now() < due) return;
  await signIn.identity.confirm(signIn.at(cookie));
}

function whyGone(facts: SessionFacts | null): Refreshed {
  return facts?.endReason === 'reuse' ? { outcome: 'gone', why: 'reuse' } : gone;
}
