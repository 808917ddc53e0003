import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import { type RequestFacts, runWithRequest } from '../request.ts';
import { authDoor, type NextAuth } from '../sign-in/auth-door.ts';
import { doorOf } from '../sign-in/doors.ts';
import { isAsset, preparePage } from '../sign-in/page-rotation.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { makeNonce, pageHeaders } from './headers.ts';
import { localeOf } from './locale.ts';
import { addressKey, addressOf, stripHeaders } from './peer.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>;

export interface PortalParts {
  signIn: SignIn;
  nextAuth: NextAuth;
  proxies: BlockList;
  /** The API: true when it took the request. It also refuses foreign Origins and answers OPTIONS. */
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
  /** Next. */
  page: Handler;
  isDevelopment: boolean;
  isHttps: boolean;
  error: (what: string, error: unknown) => void;
}

const methods = new Set(['GET', 'HEAD', 'POST']);

function factsOf(req: IncomingMessage, proxies: BlockList): RequestFacts {
  return {
    id: randomUUID(),
    locale: localeOf(req.headers),
    address: addressKey(addressOf(req, proxies)),
    agent: (req.headers['user-agent'] ?? '').slice(0, 400),
    cookie: req.headers.cookie ?? '',
    setCookies: [],
  };
}

async function drawPage(parts: PortalParts, req: IncomingMessage, res: ServerResponse, request: RequestFacts) {
  const nonce = makeNonce();
  const headers = pageHeaders({ nonce, isDevelopment: parts.isDevelopment, isHttps: parts.isHttps });
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
  if (!isAsset(path)) {
    res.setHeader('x-request-id', request.id);
    req.headers['x-request-id'] = request.id;
    // Next reads the nonce for its own scripts from the policy on the request; pages read x-nonce.
    req.headers['x-nonce'] = nonce;
    req.headers['content-security-policy'] = headers['content-security-policy'];
  }
  if (!(await preparePage({ req, res, request, signIn: parts.signIn }))) return;
  await runWithRequest(request, () => parts.page(req, res));
}

async function serve(parts: PortalParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  stripHeaders(req, parts.proxies);
  if (await parts.handle(req, res)) return;
  if (!methods.has(req.method ?? '')) {
    res.writeHead(405, { allow: [...methods].join(', '), connection: 'close' }).end();
    return;
  }
  const request = factsOf(req, parts.proxies);
  const door = doorOf(req.method ?? '', req.url ?? '/');
  if (door === 'elsewhere') return drawPage(parts, req, res, request);
  const headers = pageHeaders({ nonce: makeNonce(), isDevelopment: false, isHttps: parts.isHttps });
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  const { signIn, nextAuth } = parts;
  await authDoor(door, { req, res, request, signIn, nextAuth });
}

/** One listener per portal: API, sign-in and pages, in this order. */
export function portalListener(parts: PortalParts) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    serve(parts, req, res).catch((error: unknown) => {
      parts.error('request failed', error);
      if (res.headersSent) res.destroy();
      else res.writeHead(500, { 'content-type': 'text/plain', connection: 'close' }).end();
    });
  };
}

export function openServer(): Server {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 });
  return server;
}
