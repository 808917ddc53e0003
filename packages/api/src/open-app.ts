import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Asker } from '@studyspot/db/tenancy/auth-slots';
import { type Database, openDatabase } from '@studyspot/db/tenancy/database';
import type { Listening } from '@studyspot/db/tenancy/listen';
import type { AnyTRPCRouter } from '@trpc/server';
import type { Env } from './env.ts';
import { makeFacts } from './http/facts.ts';
import { openHandle } from './http/handle.ts';
import { apiHeaders } from './http/headers.ts';
import { addressKey, addressOf, proxyList, stripHeaders } from './http/peer.ts';
import { type StopOptions, stopServer } from './http/stop.ts';
import { openTrpc } from './http/trpc.ts';
import { type Budgets, openBudgets } from './limits/budgets.ts';
import type { Limits } from './limits/limits.ts';
import { openMemoryLimits } from './limits/memory.ts';
import { type News, openNews } from './live/news.ts';
import { hearNews } from './live/news-in.ts';
import { openStreams, type Streams } from './live/streams.ts';
import { type Log, openLog } from './log.ts';
import { logSparingly } from './log-sparingly.ts';
import { openPortalMetrics, openToken, type PortalMetrics } from './metrics/portal-metrics.ts';
import type { CallContext, DrawnFor } from './procedures/context.ts';
import { currentRequest, type RequestFacts, runWithRequest } from './request.ts';
import type { MailRoom, Services } from './services.ts';
import { openPasswords } from './sign-in/passwords.ts';
import { openSignIn, type SignIn } from './sign-in/sign-in.ts';
import { openThrottle } from './sign-in/throttle.ts';

export interface App {
  env: Env;
  router: AnyTRPCRouter;
  database: Database;
  services: Services;
  signIn: SignIn;
  log: Log;
  budgets: Budgets;
  news: News;
  streams: Streams;
  metrics: PortalMetrics;
  /** From now on this process knows what others change. Until then its streams tell nothing. */
  hear(): void;
  /** First of all: takes away headers that only a trusted proxy or we ourselves may write, and says who asks. */
  receive(req: IncomingMessage): RequestFacts;
  /** True when the request was taken: /api/trpc, /healthz, /readyz, unknown /api, foreign origins, OPTIONS. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  /** Who stands behind these facts: for server components, which call procedures without HTTP. */
  contextOf(facts: RequestFacts, drawnFor?: DrawnFor): CallContext;
  /** From now on /readyz answers 503; ends the server without losing a request, then everything behind it. */
  stop(server?: Server, options?: StopOptions): Promise<void>;
}

export interface AppParts {
  router: AnyTRPCRouter;
  log?: Log;
}

// Whoever has one address of a network can have them all.
const addressesOfNetwork = 4;

const oneHeader = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null);

function openMailRoom(env: Env, limits: Limits): MailRoom {
  const windowMs = env.MAIL_WINDOW_SECONDS * 1000;
  const toOne = { limit: env.MAILS_PER_MAILBOX, windowMs };
  return {
    fromAddress: limits.limiter('mails of an address', { limit: env.MAILS_PER_ADDRESS, windowMs }),
    fromNetwork: limits.limiter('mails of a network', { limit: env.MAILS_PER_ADDRESS * addressesOfNetwork, windowMs }),
    toPerson: limits.limiter('mails to a mailbox', toOne),
    toMember: limits.limiter('mails to a member', toOne),
    fromTenant: limits.limiter('mails of a tenant', { limit: env.MAILS_PER_TENANT, windowMs }),
  };
}

function openServices(env: Env, database: Database, { log: given }: AppParts) {
  const log = given ?? openLog({ level: env.LOG_LEVEL, portal: env.portal });
  const passwords = openPasswords({ key: env.PASSWORD_KEY, cost: env.BCRYPT_COST });
  const urls = { portal: new URL(env.PORTAL_URL).origin, owner: env.owner };
  const sparingly = logSparingly(log);
  const signIn = openSignIn({
    settings: {
      portal: env.portal,
      publicUrl: env.PORTAL_URL,
      sessionKey: env.SESSION_KEY,
      secretKey: env.SECRET_KEY,
      accessSeconds: env.ACCESS_SECONDS,
      graceSeconds: env.GRACE_SECONDS,
      confirmSeconds: env.CONFIRM_SECONDS,
      rotateBeforeSeconds: env.ROTATE_BEFORE_SECONDS,
    },
    identity: database.identity,
    passwords,
    throttle: openThrottle({
      tries: env.SIGN_IN_TRIES,
      triesOfStrangers: env.SIGN_IN_TRIES_STRANGERS,
      triesPerAddress: env.SIGN_IN_TRIES_ADDRESS,
      windowSeconds: env.SIGN_IN_WINDOW_SECONDS,
    }),
    warn: (what, error) => sparingly('warn', { err: error }, what),
  });
  const clock = { now: () => new Date() };
  const limits = openMemoryLimits();
  const mailRoom = openMailRoom(env, limits);
  const services: Services = { passwords, clock, urls, mailRoom, signIn, log, logSparingly: sparingly };
  const close = async () => {
    await passwords.close();
    log.flush();
  };
  return { services, limits, close };
}

/** Whose request this is, as far as identity's connections are shared by it. */
function askerServed({ read }: SignIn): Asker | undefined {
  const request = currentRequest();
  if (!request) return undefined;
  const reading = read(request.cookie);
  return { address: addressKey(request.address), tenant: reading.kind === 'one' ? reading.cookie.tenant : null };
}

/** One process's product: its database, its services, its way in. server.ts makes it once. */
export function openApp(env: Env, parts: AppParts): App {
  const news = openNews();
  const metrics = openPortalMetrics();
  const isHttps = new URL(env.PORTAL_URL).protocol === 'https:';
  const database = openDatabase({
    urls: {
      auth: env.DATABASE_URL_AUTH,
      ...(env.DATABASE_URL_TENANT ? { tenant: env.DATABASE_URL_TENANT } : {}),
      ...(env.DATABASE_URL_PLATFORM ? { platform: env.DATABASE_URL_PLATFORM } : {}),
    },
    askedFor: () => askerServed(signIn),
    committed: (told) => currentRequest()?.told.push(...told.map(({ event }) => event)),
    acceptedDoors: env.ACCEPTED_OPEN_DOORS,
    asked: metrics.asked,
  });
  let ear: Listening | undefined;
  const streams = openStreams({ news, router: parts.router, headers: apiHeaders(isHttps) });
  const { services, limits, close } = openServices(env, database, parts);
  const { signIn, log } = services;
  const proxies = proxyList(env.TRUSTED_PROXIES);
  const headers = apiHeaders(isHttps);
  const budgets = openBudgets(limits, {
    readsPerMinute: env.READS_PER_MINUTE,
    changesPerMinute: env.CHANGES_PER_MINUTE,
  });
  let isStopping = false;

  function receive(req: IncomingMessage): RequestFacts {
    const address = addressOf(req, proxies);
    stripHeaders(req, proxies);
    return makeFacts(req.headers, address);
  }

  function contextOf(facts: RequestFacts, drawnFor: DrawnFor = { tenant: null, person: null }): CallContext {
    const reading = signIn.read(facts.cookie);
    const cookie = reading.kind === 'one' ? reading.cookie : null;
    // Two identities in one request, or a value that is not ours: neither is believed, and the browser drops them.
    if (reading.kind === 'two' || reading.kind === 'bad') facts.setCookies.push(signIn.clear());
    const signed = cookie && { ...signIn.at(cookie), tenant: cookie.tenant, library: cookie.library };
    return { portal: env.portal, database, services, request: facts, signed, drawnFor };
  }

  const handle = openHandle({
    origins: new Set(env.origins),
    headers,
    ready: () => database.ready(),
    isStopping: () => isStopping,
    metrics: env.METRICS_TOKEN
      ? { may: openToken(env.METRICS_TOKEN), text: () => metrics.text(database, streams.count()) }
      : null,
    warn: (facts, what) => services.logSparingly('warn', facts, what),
    events: async (req, res) => {
      const context = contextOf(receive(req));
      budgets.spend(context, { reads: 1, changes: 0 });
      // Its timers go on as this request's.
      await runWithRequest(context.request, () => streams.open(req, res, context));
    },
    trpc: openTrpc({
      news,
      metrics,
      lookAgain: (session) => streams.lookAgain(session),
      router: parts.router,
      budgets,
      batchMax: env.BATCH_MAX,
      headers,
      contextOf: (req) =>
        contextOf(receive(req), {
          tenant: oneHeader(req.headers['x-studyspot-tenant']),
          person: oneHeader(req.headers['x-studyspot-person']),
        }),
    }),
  });

  async function stop(server?: Server, options?: StopOptions): Promise<void> {
    isStopping = true;
    // A balancer sends on until it has looked again.
    if (server) await pause(env.DRAIN_MS);
    // They would hold up the stop, and their browsers find the next process by themselves.
    streams.end();
    if (server) await stopServer(server, options);
    await ear?.close();
    await signIn.idle();
    await database.close();
    await close();
  }

  return {
    env,
    router: parts.router,
    database,
    services,
    signIn,
    log,
    budgets,
    news,
    streams,
    metrics,
    hear: () => {
      ear ??= hearNews(env.DATABASE_URL_AUTH, news);
    },
    receive,
    handle,
    contextOf,
    stop,
  };
}
