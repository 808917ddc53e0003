import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestFacts } from '../request.ts';
import { AuthAnswer, type AuthRequest } from './auth-answer.ts';
import { isSignInCode, refusedAtOnce, type SignInCode, type TryNotes } from './authorize.ts';
import { setCookie } from './cookie.ts';
import { csrfSecret, makeCsrf, readCsrf } from './csrf.ts';
import type { Door } from './doors.ts';
import { readForm } from './form.ts';
import { type NextAuthOptions, nextAuthOptions } from './next-auth-options.ts';
import { refresh } from './refresh.ts';
import { safePath } from './safe-path.ts';
import { leaveSession, type SignIn } from './sign-in.ts';

/** next-auth's handler, handed in by the portal's server.ts: this package knows its options and not its code. */
export type NextAuth = (req: AuthRequest, res: AuthAnswer, options: NextAuthOptions) => Promise<unknown>;

export interface AuthCall {
  req: IncomingMessage;
  res: ServerResponse;
  request: RequestFacts;
  signIn: SignIn;
  nextAuth: NextAuth;
}

const statusOf: Record<SignInCode, number> = {
  1002: 403,
  1004: 403,
  1005: 401,
  1006: 403,
  4005: 429,
  6002: 500,
  6003: 503,
};

function send(
  call: AuthCall,
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): void {
  const { res, request } = call;
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
    ...(request.setCookies.length > 0 && { 'set-cookie': request.setCookies }),
  });
  res.end(JSON.stringify(body));
}

function go(call: AuthCall, path: string): void {
  const { res, request } = call;
  res.writeHead(303, {
    location: path,
    'cache-control': 'no-store',
    ...(request.setCookies.length > 0 && { 'set-cookie': request.setCookies }),
  });
  res.end();
}

interface Failure extends Partial<TryNotes> {
  code: SignInCode;
  wantsJson: boolean;
  callbackUrl?: string | undefined;
}

// A 429 that carries a Location shows the browser's own error page: forms are sent back with the code instead.
function fail(call: AuthCall, { code, wantsJson, retryAfterSeconds = 0, reason, callbackUrl }: Failure): void {
  if (wantsJson) {
    const retry = retryAfterSeconds > 0 ? { 'retry-after': String(retryAfterSeconds) } : undefined;
    send(call, statusOf[code], { number: Number(code), retryAfterSeconds, reason }, retry);
    return;
  }
  const query = new URLSearchParams({ error: code });
  if (retryAfterSeconds > 0) query.set('retry', String(retryAfterSeconds));
  if (reason) query.set('reason', reason);
  const back = safePath(callbackUrl);
  if (back !== '/') query.set('callbackUrl', back);
  go(call, `/signin?${query}`);
}

// next-auth says how a try ended in the address it redirects to.
function codeOf(location: string | null): SignInCode | null {
  const url = new URL(location ?? '/', 'http://portal');
  if (url.searchParams.get('csrf') === 'true') return '1002';
  const error = url.searchParams.get('error');
  if (error === null || !url.pathname.endsWith('/error')) return null;
  return isSignInCode(error) ? error : '6002';
}

async function ask(call: AuthCall, nextauth: string[], fields: Record<string, string>, notes: TryNotes) {
  const { req, request, signIn, nextAuth } = call;
  const csrf = readCsrf(request.cookie, signIn.names.csrf, csrfSecret(signIn.settings.sessionKey));
  const session = signIn.read(request.cookie);
  const cookies: Record<string, string> = {};
  if (csrf) cookies[signIn.names.csrf] = decodeURIComponent(csrf.value);
  if (session.kind === 'one') cookies[signIn.names.session] = 'present';
  const { json: _json, ...body } = fields;
  const asked: AuthRequest = {
    method: 'POST',
    headers: { 'user-agent': request.agent, host: req.headers.host ?? '' },
    query: { nextauth },
    cookies,
    body: { ...body, callbackUrl: safePath(body.callbackUrl) },
  };
  const answer = new AuthAnswer();
  await nextAuth(asked, answer, nextAuthOptions(signIn, request, notes));
  return answer;
}

function keepSession(call: AuthCall, answer: AuthAnswer): void {
  const { request, signIn } = call;
  const own = answer.cookies.filter((cookie) => cookie.startsWith(`${signIn.names.session}=`));
  request.setCookies.push(...own);
}

async function callback(call: AuthCall): Promise<void> {
  const form = await readForm(call.req);
  if (form.kind === 'refused') return send(call, form.status, { number: 2001 }, { connection: 'close' });
  const { wantsJson, fields } = form;
  const refused = refusedAtOnce(call.signIn, fields, call.request);
  if (refused) return fail(call, { ...refused, wantsJson, callbackUrl: fields.callbackUrl });
  const notes: TryNotes = { retryAfterSeconds: 0 };
  const answer = await ask(call, ['callback', 'credentials'], fields, notes);
  const code = answer.location === null ? '6002' : codeOf(answer.location);
  if (code !== null) {
    return fail(call, { code, wantsJson, ...notes, callbackUrl: fields.callbackUrl });
  }
  keepSession(call, answer);
  const path = safePath(fields.callbackUrl);
  if (wantsJson) send(call, 200, { location: path });
  else go(call, path);
}

async function signOut(call: AuthCall): Promise<void> {
  const { req, request, signIn } = call;
  const form = await readForm(req);
  if (form.kind === 'refused') return send(call, form.status, { number: 2001 }, { connection: 'close' });
  const { wantsJson, fields } = form;
  const csrf = readCsrf(request.cookie, signIn.names.csrf, csrfSecret(signIn.settings.sessionKey));
  if (!csrf || fields.csrfToken !== csrf.token) return fail(call, { code: '1002', wantsJson });
  const reading = signIn.read(request.cookie);
  // The row first: next-auth swallows a failure and takes the cookie away while the session lives on.
  if (reading.kind === 'one') {
    try {
      await leaveSession(signIn, reading.cookie, 'signed out');
    } catch (error) {
      signIn.warn('sign-out failed', error);
      return send(call, 503, { number: 6003 });
    }
  }
  await ask(call, ['signout'], fields, { retryAfterSeconds: 0 });
  request.setCookies.push(signIn.clear());
  const location = '/signin?notice=signedout';
  if (wantsJson) send(call, 200, { location });
  else go(call, location);
}

async function refreshDoor(call: AuthCall): Promise<void> {
  const { request, signIn } = call;
  const reading = signIn.read(request.cookie);
  if (reading.kind !== 'one') {
    if (reading.kind !== 'none') request.setCookies.push(signIn.clear());
    return send(call, 401, { number: 1001 });
  }
  const turned = await refresh(signIn, reading.cookie);
  // The cookie stays: this answer may come late, when someone has signed in anew. The next whole page takes it away.
  if (turned.outcome === 'gone') return send(call, 401, { number: 1001, reason: turned.why });
  if (turned.outcome === 'unchanged') return send(call, 200, {});
  request.setCookies.push(signIn.seal(turned.cookie, turned.expires));
  return send(call, 200, { accessEndsAt: turned.accessEndsAt.toISOString(), tenant: turned.cookie.tenant });
}

function csrfDoor(call: AuthCall): void {
  const { request, signIn } = call;
  const secret = csrfSecret(signIn.settings.sessionKey);
  const found = readCsrf(request.cookie, signIn.names.csrf, secret);
  const pair = found ?? makeCsrf(secret);
  if (!found) request.setCookies.push(setCookie(signIn.names.csrf, pair.value, { secure: signIn.secure }));
  send(call, 200, { csrfToken: pair.token });
}

/** The routes of sign-in, answered before Next is asked. */
export async function authDoor(door: Exclude<Door, 'elsewhere'>, call: AuthCall): Promise<void> {
  try {
    if (door === 'callback') await callback(call);
    else if (door === 'signout') await signOut(call);
    else if (door === 'refresh') await refreshDoor(call);
    else if (door === 'csrf') csrfDoor(call);
    else send(call, 404, { number: 3001 });
  } catch (error) {
    if (call.res.headersSent || call.res.destroyed) {
      call.res.destroy();
      return;
    }
    call.signIn.warn('sign-in door failed', error);
    const away = error instanceof Error && error.name === 'Unavailable';
    send(call, away ? 503 : 500, { number: away ? 6003 : 6002 });
  }
}
