import type { FoundLogin } from '@studyspot/db/identity';
import { credentials } from '../domains/identity/schema.ts';
import { isAppError } from '../errors/app-error.ts';
import type { RequestFacts } from '../request.ts';
import { sealCookie } from './cookie.ts';
import { type Asker, known, stranger } from './password-line.ts';
import { type SignIn, startSession } from './sign-in.ts';
import { accountOf, type RefusedBy, type Try } from './throttle.ts';

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
  /** What was tried too often. */
  reason?: RefusedBy;
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');
const isBusy = (error: unknown) =>
  nameOf(error) === 'Unavailable' || (isAppError(error) && error.code === 'unavailable');

export async function authorize(
  signIn: SignIn,
  given: unknown,
  request: RequestFacts,
  notes: TryNotes = { retryAfterSeconds: 0 },
): Promise<Entrance> {
  try {
    return await enter(signIn, given, request, notes);
  } catch (error) {
    if (nameOf(error) === 'SignInRefused') throw error;
    signIn.warn('sign-in failed', error);
    throw new SignInRefused(isBusy(error) ? '6003' : '6002');
  }
}

async function enter(signIn: SignIn, given: unknown, request: RequestFacts, notes: TryNotes): Promise<Entrance> {
  const parsed = credentials.safeParse(given);
  // What cannot be a mail address and a password is nobody's: nothing is asked about it.
  if (!parsed.success) throw new SignInRefused('1005');
  const { email } = parsed.data;
  const { login, right } = await judge(signIn, parsed.data, request, notes);
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
  signIn.rememberDevice(request, email);
  return { id: opened.cookie.session, sealed: sealCookie(signIn.settings.sessionKey, opened.cookie) };
}

interface Credentials {
  email: string;
  password: string;
}

/** As whom a try is counted, and as whom it waits in line. */
function triedAs(signIn: SignIn, email: string, request: RequestFacts): { attempt: Try; asker: Asker } {
  const [account, { address }] = [accountOf(email), request];
  const knownDevice = signIn.deviceKnows(request, email);
  return {
    attempt: { account, address, knownDevice },
    asker: knownDevice === null ? stranger(address) : known(account),
  };
}

/** What refuses a try at once. Looked at before next-auth is asked, whose part in a refusal would be half of it. */
export function refusedAtOnce(
  signIn: SignIn,
  given: unknown,
  request: RequestFacts,
): ({ code: SignInCode } & TryNotes) | null {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) return { code: '1005', retryAfterSeconds: 0 };
  const { attempt, asker } = triedAs(signIn, parsed.data.email, request);
  const refusal = signIn.throttle.look(attempt);
  if (refusal) return { code: '4005', retryAfterSeconds: refusal.retryAfterSeconds, reason: refusal.why };
  return signIn.passwords.isFull(asker) ? { code: '6003', retryAfterSeconds: 0 } : null;
}

interface Judgement {
  login: FoundLogin | null;
  right: boolean;
}

/** Whether the password is right. First the tries are counted, then a place in line is taken, then Postgres is asked. */
async function judge(
  signIn: SignIn,
  { email, password }: Credentials,
  request: RequestFacts,
  notes: TryNotes,
): Promise<Judgement> {
  const { throttle, passwords, identity } = signIn;
  const { attempt, asker } = triedAs(signIn, email, request);
  const admission = throttle.enter(attempt);
  if (!admission.pass) {
    notes.retryAfterSeconds = admission.retryAfterSeconds;
    notes.reason = admission.why;
    throw new SignInRefused('4005');
  }
  try {
    const found: Judgement = { login: null, right: false };
    const find = async () => {
      found.login = await identity.findLogin(email);
      return found.login?.passwordHash ?? null;
    };
    found.right = await passwords.matches(password, find, asker);
    const owesLink = found.right ? admission.right() : admission.wrong();
    if (owesLink) {
      const asked = { purpose: 'device', email, portal: signIn.settings.portal } as const;
      signIn.later(() => identity.askLetter({ ...asked, data: signIn.device(request)?.id ?? 'any' }));
    }
    return found;
  } finally {
    // Who is told to try again for our own sake must not be locked out for trying.
    admission.unjudged();
  }
}
