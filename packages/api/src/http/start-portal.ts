import type { Server } from 'node:http';
import { createApp } from '../app.ts';
import { placeApp } from '../app-here.ts';
import { readEnv } from '../env.ts';
import type { App } from '../open-app.ts';
import type { NextAuth } from '../sign-in/auth-door.ts';
import { checkBuild, pagesBuild } from './build-id.ts';
import { openServer, type PageHandler, portalListener, refuseUpgrades } from './portal-server.ts';
import type { StillFile } from './still-files.ts';

interface NextApp {
  prepare(): Promise<void>;
  getRequestHandler(): PageHandler;
  close(): Promise<void>;
}

export interface PortalOptions {
  /** The folder of the app: pages, and their build. */
  directory: string;
  next: (options: { dev: boolean; dir: string; httpServer: Server; port: number }) => NextApp;
  /** next-auth's default export, whichever way the module system wraps it. */
  nextAuth: unknown;
  /** What a browser keeps for when there is no network: of a build, which development has none of. */
  still: (build: string | null) => Readonly<Record<string, StillFile>>;
}

function unwrap(given: unknown): NextAuth {
  const inner = typeof given === 'object' && given !== null && 'default' in given ? given.default : given;
  if (typeof inner !== 'function') throw new Error('next-auth has no handler to call');
  return inner as NextAuth;
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Behind every deadline of its parts: who stops a portal counts on ten seconds. */
const stopWithinMs = 9_800;

function stopOnSignal(app: App, server: Server, pages: NextApp): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => {
      app.log.fatal('stop took too long');
      process.exit(1);
    }, stopWithinMs).unref();
    app
      .stop(server)
      .then(() => pages.close())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        app.log.fatal({ err: error }, 'stop failed');
        process.exit(1);
      });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function whyNot(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error)) return error;
  return `port ${error.port} is taken: end the program that holds it, or give PORT another number`;
}

/**
 * One portal: its server.ts hands over Next and next-auth, which this package does not import. What cannot start ends, in
 * so many words: Next keeps a process alive over whatever is thrown.
 */
export async function startPortal(options: PortalOptions): Promise<void> {
  try {
    await open(options);
  } catch (error) {
    console.error('the portal did not start:', whyNot(error));
    process.exit(1);
  }
}

async function open({ directory, next, nextAuth, still }: PortalOptions): Promise<void> {
  const env = readEnv();
  const dev = env.NODE_ENV === 'development';
  if (!dev) checkBuild(directory);
  const app = placeApp(createApp(env));
  if (!app.signIn.secure) app.log.warn('plain http on a public address: cookies travel without Secure');
  app.hear();
  const server = openServer();
  const pages = next({ dev, dir: directory, httpServer: server, port: env.PORT });
  await pages.prepare();
  // Development reloads pages over such a socket.
  if (!dev) refuseUpgrades(server);
  const files = still(dev ? null : pagesBuild(directory));
  const page = pages.getRequestHandler();
  server.on('request', portalListener({ app, nextAuth: unwrap(nextAuth), page, still: files }));
  stopOnSignal(app, server, pages);
  await listen(server, env.PORT);
  app.log.info({ port: env.PORT, url: env.PORTAL_URL }, 'portal is up');
}
