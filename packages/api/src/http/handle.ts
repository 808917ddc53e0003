import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../errors/app-error.ts';
import { translate } from '../errors/translate.ts';
import { METRICS_TYPE } from '../metrics/text.ts';
import { errorShape } from '../procedures/trpc.ts';
import { statusOf } from './call-log.ts';
import { makeFacts } from './facts.ts';

export interface HandleParts {
  origins: ReadonlySet<string>;
  headers: Readonly<Record<string, string>>;
  /** Throws when the database is away or its migrations are not the code's. */
  ready(): Promise<void>;
  isStopping(): boolean;
  /** Null where nobody may measure. */
  metrics: { may(authorization: string | undefined): boolean; text(): string } | null;
  trpc(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Answers as long as the caller listens; throws what it refuses. */
  events(req: IncomingMessage, res: ServerResponse): Promise<void>;
  warn(facts: Record<string, unknown>, what: string): void;
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);
const READY_MS = 1_000;
const openMethods = 'GET, HEAD, POST';

/** Only an exact, listed Origin may change anything: a missing or `null` one is refused like a foreign one. */
export function originAllowed(req: Pick<IncomingMessage, 'method' | 'headers'>, origins: ReadonlySet<string>): boolean {
  return harmless.has(req.method ?? '') || origins.has(req.headers.origin ?? '');
}

/** Everything before Next: gives true when the request was taken. server.ts strips foreign headers first. */
export function openHandle(parts: HandleParts) {
  function answer(req: IncomingMessage, res: ServerResponse, status: number, body: unknown): true {
    const text = JSON.stringify(body);
    if (!req.complete && !harmless.has(req.method ?? '')) res.shouldKeepAlive = false;
    res.writeHead(status, { ...parts.headers, 'content-length': Buffer.byteLength(text) });
    res.end(req.method === 'HEAD' ? undefined : text);
    return true;
  }

  function refuse(req: IncomingMessage, res: ServerResponse, status: number, error: AppError): true {
    return answer(req, res, status, { error: errorShape(error, makeFacts(req.headers, '')) });
  }

  // Anyone may ask, and the question takes a slot that signing in needs: one answer serves all who ask within a second.
  let known: { until: number; isReady: Promise<boolean> } | null = null;
  function isReady(): Promise<boolean> {
    if (known && performance.now() < known.until) return known.isReady;
    const asked = parts.ready().then(
      () => true,
      (error: unknown) => {
        parts.warn({ err: error }, 'not ready');
        return false;
      },
    );
    const now = { until: Number.POSITIVE_INFINITY, isReady: asked };
    known = now;
    void asked.then(() => {
      now.until = performance.now() + READY_MS;
    });
    return asked;
  }

  async function readiness(req: IncomingMessage, res: ServerResponse): Promise<true> {
    if (parts.isStopping()) return answer(req, res, 503, { status: 'stopping' });
    const ready = await isReady();
    return answer(req, res, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
  }

  // Asks nothing of the database: whoever knows no token costs a digest.
  function measure(req: IncomingMessage, res: ServerResponse): true {
    if (!parts.metrics || !harmless.has(req.method ?? '')) return refuse(req, res, 404, new AppError('not_found'));
    if (!parts.metrics.may(req.headers.authorization)) {
      res.setHeader('www-authenticate', 'Bearer');
      return refuse(req, res, 401, new AppError('unauthorized'));
    }
    const text = parts.metrics.text();
    res.writeHead(200, { ...parts.headers, 'content-type': METRICS_TYPE, 'content-length': Buffer.byteLength(text) });
    res.end(req.method === 'HEAD' ? undefined : text);
    return true;
  }

  async function listen(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    if (req.method !== 'GET') {
      res.setHeader('allow', 'GET');
      return refuse(req, res, 405, new AppError('invalid_format'));
    }
    try {
      await parts.events(req, res);
      return true;
    } catch (cause) {
      const error = translate(cause);
      return refuse(req, res, statusOf(error), error);
    }
  }

  return async function handle(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    if (!originAllowed(req, parts.origins)) {
      parts.warn({ path: path.slice(0, 100), method: req.method }, 'origin refused');
      return refuse(req, res, 403, new AppError('insufficient_permissions', { details: { reason: 'origin' } }));
    }
    if (req.method === 'OPTIONS') {
      res.writeHead(204, { ...parts.headers, allow: openMethods, 'content-length': 0 });
      res.end();
      return true;
    }
    if (path.startsWith('/api/trpc/')) {
      await parts.trpc(req, res);
      return true;
    }
    if (path === '/healthz') return answer(req, res, 200, { status: 'alive' });
    if (path === '/readyz') return readiness(req, res);
    if (path === '/metrics') return measure(req, res);
    if (path.startsWith('/api/auth/')) return false;
    if (path === '/api/events') return listen(req, res);
    if (path === '/api' || path.startsWith('/api/')) return refuse(req, res, 404, new AppError('not_found'));
    return false;
  };
}
