import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestFacts } from '../request.ts';
import { replaceCookie, sealCookie, setCookie } from './cookie.ts';
import { csrfHeader, csrfSecret, makeCsrf, readCsrf } from './csrf.ts';
import { refreshForPage } from './refresh.ts';
import type { SignIn } from './sign-in.ts';

/** Pages that someone without a session may see. All others lead to the sign-in page. */
const openPages: ReadonlySet<string> = new Set([
  '/signin',
  '/forgot',
  '/reset',
  '/invitation',
  '/verify',
  '/email',
  '/device',
]);

export interface PageCall {
  req: IncomingMessage;
  res: ServerResponse;
  request: RequestFacts;
  signIn: SignIn;
}

const pathOf = (req: IncomingMessage) => (req.url ?? '/').split('?', 1)[0] ?? '/';

/** What Next answers itself, and files beside the pages: no session, no form, nothing to rotate. */
export function isAsset(path: string): boolean {
  return path.startsWith('/_next/') || path.startsWith('/__next') || /^\/[^/]+\.[a-z0-9]{2,11}$/i.test(path);
}

/** A file of the build, which costs nothing to send. With a step up in its path it might be any page. */
export function isBuiltFile(path: string): boolean {
  return path.startsWith('/_next/static/') && URL.parse(path, 'http://portal')?.pathname === path;
}

const nameOf = (cookie: string) => cookie.slice(0, cookie.indexOf('='));

function headerValues(headers: unknown): string[] {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return [];
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'set-cookie')?.[1];
  return found === undefined ? [] : [found].flat().map(String);
}

/**
 * `res.setHeader('Set-Cookie')` is lost as soon as Next sets any cookie. So ours are put in at the last moment, in
 * place of others of the same name. `request.setCookies` is read then: what a page's verb adds is sent too.
 */
export function sendCookiesWithHead(res: ServerResponse, request: RequestFacts): void {
  const writeHead = res.writeHead.bind(res) as (...given: unknown[]) => ServerResponse;
  const wrapped = (...given: unknown[]): ServerResponse => {
    if (request.setCookies.length === 0) return writeHead(...given);
    const inArguments = given.slice(1).flatMap(headerValues);
    const standing = [res.getHeader('set-cookie') ?? []].flat().map(String);
    const ours = new Map(request.setCookies.map((cookie) => [nameOf(cookie), cookie]));
    const others = [...standing, ...inArguments].filter((cookie) => !ours.has(nameOf(cookie)));
    res.setHeader('set-cookie', [...others, ...ours.values()]);
    const rest = given.map((value) =>
      headerValues(value).length === 0
        ? value
        : Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => name.toLowerCase() !== 'set-cookie')),
    );
    return writeHead(...rest);
  };
  res.writeHead = wrapped as ServerResponse['writeHead'];
}

function rewrite({ req, request }: PageCall, cookie: string): void {
  request.cookie = cookie;
  if (cookie === '') delete req.headers.cookie;
  else req.headers.cookie = cookie;
}

// Drawn as one page, or asked for by a script of one.
const isDocument = ({ req }: PageCall): boolean =>
  req.headers.rsc === undefined && req.headers['next-action'] === undefined;

/** Only a whole page takes the cookie away: a script's late answer would take the one of a new sign-in. */
function dropSession(call: PageCall): void {
  const { request, signIn } = call;
  if (isDocument(call)) request.setCookies.push(signIn.clear());
  rewrite(call, replaceCookie(request.cookie, signIn.names.session, null));
}

function offerCsrf(call: PageCall): void {
  const { req, request, signIn } = call;
  const secret = csrfSecret(signIn.settings.sessionKey);
  const found = readCsrf(request.cookie, signIn.names.csrf, secret);
  const pair = found ?? makeCsrf(secret);
  if (!found) request.setCookies.push(setCookie(signIn.names.csrf, pair.value, { secure: signIn.secure }));
  req.headers[csrfHeader] = pair.token;
}

/** An RSC request is told 401, so that Next loads the page in full and forgets what it remembered. */
function leave(call: PageCall, why: 'none' | 'ended' | 'reuse'): void {
  const { req, res } = call;
  const path = pathOf(req);
  if (!isDocument(call)) {
    res.writeHead(401, { 'cache-control': 'no-store' }).end();
    return;
  }
  const query = new URLSearchParams();
  if (why !== 'none') query.set('error', '1001');
  if (why === 'reuse') query.set('reason', 'reuse');
  if (path !== '/' && req.method === 'GET') query.set('callbackUrl', path);
  const asked = query.size > 0 ? `?${query}` : '';
  res.writeHead(req.method === 'GET' ? 307 : 303, { location: `/signin${asked}`, 'cache-control': 'no-store' }).end();
}

/** Before Next draws a page: the session's cookie put right. False when the answer was given here. */
export async function preparePage(call: PageCall): Promise<boolean> {
  const { req, request, signIn } = call;
  sendCookiesWithHead(call.res, request);
  const path = pathOf(req);
  if (isAsset(path)) return true;
  offerCsrf(call);
  const isOpen = openPages.has(path);
  const reading = signIn.read(request.cookie);
  if (reading.kind !== 'one') {
    if (reading.kind !== 'none') dropSession(call);
    if (!isOpen && req.method !== 'HEAD') leave(call, 'none');
    return isOpen || req.method === 'HEAD';
  }
  if (req.method !== 'GET' && req.method !== 'POST') return true;
  try {
    const turned = await refreshForPage(signIn, reading.cookie);
    if (turned.outcome === 'gone') {
      dropSession(call);
      if (!isOpen) leave(call, turned.why);
      return isOpen;
    }
    if (turned.outcome === 'unchanged') return true;
    request.setCookies.push(signIn.seal(turned.cookie, turned.expires));
    request.isRenewed = true;
    const sealed = sealCookie(signIn.settings.sessionKey, turned.cookie);
    rewrite(call, replaceCookie(request.cookie, signIn.names.session, sealed));
  } catch (error) {
    // Without the database nothing is decided here: the page's own calls say what is wrong.
    signIn.warn('rotation failed', error);
  }
  return true;
}
