import { credentials } from '../domains/identity/schema.ts';
import { isAppError } from '../errors/app-error.ts';
import { addressKey } from '../http/peer.ts';
import type { RequestFacts } from '../request.ts';
import { sealCookie } from './cookie.ts';
import { type SignIn, startSession } from './sign-in.ts';
import { type Admission, accountOf } from './throttle.ts';

export type SignInCode = '1002' | '1004' | '1005' | '1006' | '4005' | '6002' | '6003';
const codes: ReadonlySet<string> = new Set<SignInCode>(['1002', '1004', '1005', '1006', '4005', '6002', '6003']);

export const isSignInCode = (text: string): text is SignInCode => codes.has(text);

/** next-auth prints the message of what authorize throws into the address: so it is a number and nothing else. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  constructor(code: SignInCode) {
    super(code);
  }
}

/** What next-auth carries from authorize to encode: the sealed cookie, whole. */
export interface Entrance {
  id: string;
  sealed: string;
}

/** What one try leaves for the answer besides its code. */
export interface TryNotes {
  retryAfterSeconds: number;
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

export async function authorize(
  signIn: SignIn,
  given: unknown,
  request: RequestFacts,
  signal?: AbortSignal,
  notes: TryNotes = { retryAfterSeconds: 0 },
): Promise<Entrance> {
  try {
    return await enter(signIn, given, request, signal, notes);
  } catch (error) {
    if (nameOf(error) === 'SignInRefused') throw error;
    signIn.warn('sign-in failed', error);
    const busy = nameOf(error) === 'Unavailable' || (isAppError(error) && error.code === 'unavailable');
    throw new SignInRefused(busy ? '6003' : '6002');
  }
}

async function enter(
  signIn: SignIn,
  given: unknown,
  request: RequestFacts,
  signal: AbortSignal | undefined,
  notes: TryNotes,
): Promise<Entrance> {
  const parsed = credentials.safeParse(given);
  const tried = parsed.success ? parsed.data : null;
  const email = tried?.email ?? '';
  const account = accountOf(email);
  const admission = await signIn.throttle.enter(
    { account, address: addressKey(request.address), knownDevice: signIn.deviceKnows(request, email) },
    signal,
  );
  offerLink(signIn, email, account, request, admission);
  if (!admission.pass) {
    notes.retryAfterSeconds = admission.retryAfterSeconds;
    throw new SignInRefused('4005');
  }
  if (!tried) throw new SignInRefused('1005');

  const { login, right } = await judge(signIn, tried, admission);
  if (!right || !login?.passwordHash) {
    const { portal } = signIn.settings;
    await signIn.identity.signInFailed({ email, portal, address: request.address, why: 'password' });
    throw new SignInRefused('1005');
  }
  // Only who knows the password learns that the account is switched off.
  if (!login.active) throw new SignInRefused('1006');

  const opened = await startSession(signIn, { email, passwordHash: login.passwordHash, request });
  if (!opened) throw new SignInRefused('1005');
  if (opened.started.choices === 0) {
    await signIn.identity.endSession(signIn.at(opened.cookie), 'no membership');
    throw new SignInRefused('1004');
  }
  admission.succeeded();
  signIn.rememberDevice(request, email);
  return { id: opened.cookie.session, sealed: sealCookie(signIn.settings.sessionKey, opened.cookie) };
}

// Who is told to try again for our own sake must not be locked out for trying.
async function judge(signIn: SignIn, tried: { email: string; password: string }, admission: Admission) {
  try {
    const login = await signIn.identity.findLogin(tried.email);
    return { login, right: await signIn.passwords.matches(tried.password, login?.passwordHash ?? null) };
  } catch (error) {
    if (admission.pass) admission.unjudged();
    throw error;
  }
}

// A stranger's tries slow the account's new devices down: its owner gets a way past them by mail.
function offerLink(signIn: SignIn, email: string, account: string, request: RequestFacts, admission: Admission): void {
  const slowed = admission.pass ? admission.waited : admission.why !== 'device';
  if (email === '' || !slowed || !signIn.throttle.mayMail(account)) return;
  const device = signIn.device(request)?.id ?? 'any';
  signIn.later(() => signIn.mailDevice(email, device));
}
