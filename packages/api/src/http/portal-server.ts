import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { App } from '../open-app.ts';
import { type RequestFacts, runWithRequest } from '../request.ts';
import { authDoor, type NextAuth } from '../sign-in/auth-door.ts';
import { doorOf } from '../sign-in/doors.ts';
import { isBuiltFile, preparePage } from '../sign-in/page-rotation.ts';
import { admit } from './admit.ts';
import { goneSignal } from './gone.ts';
import { makeNonce, pageHeaders } from './headers.ts';
import { type StillFile, sendStill } from './still-files.ts';

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>;

export interface PortalParts {
  app: App;
  nextAuth: NextAuth;
  /** Next. */
  page: PageHandler;
  /** By their paths. */
  still?: Readonly<Record<string, StillFile>>;
}

const methods = new Set(['GET', 'HEAD', 'POST']);

function setHeaders({ app }: PortalParts, req: IncomingMessage, res: ServerResponse, request: RequestFacts): string {
  const { env } = app;
  const nonce = makeNonce();
  const isHttps = new URL(env.PORTAL_URL).protocol === 'https:';
  const headers = pageHeaders({ nonce, isDevelopment: env.NODE_ENV === 'development', isHttps });
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader('x-request-id', request.id);
  req.headers['x-request-id'] = request.id;
  // Next reads the nonce for its own scripts from the policy on the request; pages read x-nonce.
  req.headers['x-nonce'] = nonce;
  req.headers['content-security-policy'] = headers['content-security-policy'];
  return nonce;
}

/** Next answers 500 to what is no path of a page at all. */
function isPath(path: string): boolean {
  try {
    return decodeURIComponent(path).startsWith('/');
  } catch {
    return false;
  }
}

async function serve(parts: PortalParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { app, nextAuth, page } = parts;
  // Origins are checked in here, before anything reads or turns a session.
  if (await app.handle(req, res)) return;
  const request = app.receive(req);
  const nonce = setHeaders(parts, req, res, request);
  if (!methods.has(req.method ?? '')) {
    res.writeHead(405, { allow: [...methods].join(', '), connection: 'close' }).end();
    return;
  }
  const door = doorOf(req.method ?? '', req.url ?? '/');
  if (door !== 'elsewhere') {
    const isCounted = door === 'refresh' || door === 'signout';
    if (isCounted && !admit(app, request, res, 'door')) return;
    const reading = app.signIn.read(request.cookie);
    await runWithRequest(request, () => authDoor(door, { req, res, request, signIn: app.signIn, nextAuth }));
    if (door === 'signout' && reading.kind === 'one') app.streams.lookAgain(reading.cookie.session);
    return;
  }
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
  if (!isPath(path)) {
    res.writeHead(400, { connection: 'close' }).end();
    return;
  }
  const still = parts.still?.[path];
  if (still) {
    sendStill(req, res, still, nonce);
    return;
  }
  if (isBuiltFile(path)) {
    await page(req, res);
    return;
  }
  if (!admit(app, request, res, 'page')) return;
  request.gone = goneSignal(res);
  await runWithRequest(request, async () => {
    if (await preparePage({ req, res, request, signIn: app.signIn })) await page(req, res);
  });
}

/** One listener per portal: the API first, then sign-in, then pages. */
export function portalListener(parts: PortalParts) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    const started = performance.now();
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    res.once('close', () => parts.app.metrics.served(req.method, path, res.statusCode, started));
    serve(parts, req, res).catch((error: unknown) => {
      parts.app.log.error({ err: error }, 'request failed');
      if (res.headersSent) res.destroy();
      else res.writeHead(500, { 'content-type': 'text/plain', connection: 'close' }).end();
    });
  };
}

// Four times as long as a stream of news is ever silent, and longer than any answer takes.
const STILL_MS = 60_000;

/**
 * Times within which a request must have arrived; how long an answer takes is the business of what makes it. But who
 * does not read it holds megabytes of it: a connection on which nothing moves is cut.
 */
export function openServer(stillMs = STILL_MS): Server {
  return createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 }).setTimeout(stillMs);
}

/** Next leaves a socket that asks for another protocol open for ever, where neither a timeout nor a stop sees it. */
export function refuseUpgrades(server: Server): void {
  server.on('upgrade', (_req, socket) => socket.destroy());
}
