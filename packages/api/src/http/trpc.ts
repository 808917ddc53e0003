import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server';
import { AppError } from '../errors/app-error.ts';
import { codes, outcomes } from '../errors/codes.ts';
import { translate } from '../errors/translate.ts';
import type { Limiter } from '../limits/limits.ts';
import type { Context, Trace } from '../procedures/context.ts';
import { errorShape } from '../procedures/trpc.ts';
import { parseBody, readBody } from './body.ts';
import { checkHygiene } from './hygiene.ts';
import { addressKey } from './peer.ts';

const PREFIX = '/api/trpc/';

export type CallContext = Omit<Context, 'trace'>;

export interface TrpcParts {
  router: AnyTRPCRouter;
  calls: Limiter;
  batchMax: number;
  headers: Readonly<Record<string, string>>;
  contextOf(req: IncomingMessage): CallContext;
}

interface Answer {
  status: number;
  body: unknown;
  error: AppError | null;
}

const statusOf = (error: AppError): number => outcomes[error.trpc ?? codes[error.code].trpc].status;

function failed(cause: unknown, context: CallContext): Answer {
  const error = translate(cause);
  return { status: statusOf(error), body: { error: errorShape(error, context.request) }, error };
}

function note(context: CallContext, trace: Trace, path: string, started: number, { status, error }: Answer): void {
  const { log } = context.services;
  const level = error ? codes[error.code].level : 'info';
  if (!log.isLevelEnabled(level)) return;
  const line = {
    requestId: context.request.id,
    tenant: trace.tenant,
    user: trace.user,
    // The id alone: whose call it was can be looked up where the gate did not say it.
    ...(context.signed && trace.user === null ? { session: context.signed.session } : {}),
    procedure: path,
    ms: Math.round((performance.now() - started) * 100) / 100,
    status,
    ...(error ? { number: codes[error.code].number } : {}),
    // The cause stays here: outside only the number and its sentence are seen.
    ...(error?.cause !== undefined && (level === 'error' || level === 'warn') ? { err: error.cause } : {}),
  };
  log[level](line, 'call');
}

interface Asked {
  paths: string[];
  isBatch: boolean;
}

/** Also the path of a lone call is split: a list of calls without `batch=1` must not pass as one. */
function asked(url: string, batchMax: number): Asked {
  const [path = '', search = ''] = url.split('?', 2);
  let names: string;
  try {
    names = decodeURIComponent(path.slice(PREFIX.length));
  } catch {
    throw new AppError('invalid_format');
  }
  const isBatch = new URLSearchParams(search).get('batch') === '1';
  const paths = isBatch ? names.split(',') : [names];
  if (paths.length > batchMax) {
    throw new AppError('validation', { trpc: 'PAYLOAD_TOO_LARGE', details: { reason: 'batch', most: batchMax } });
  }
  return { paths, isBatch };
}

function inputsOf(body: unknown, { paths, isBatch }: Asked): unknown[] {
  if (!isBatch) return [body];
  if (body === undefined) return paths.map(() => undefined);
  if (typeof body !== 'object' || body === null) throw new AppError('invalid_format', { details: { reason: 'batch' } });
  const inputs: ReadonlyMap<string, unknown> = new Map(Object.entries(body));
  return paths.map((_, index) => inputs.get(String(index)));
}

function send(
  res: ServerResponse,
  status: number,
  headers: TrpcParts['headers'],
  context: CallContext,
  body: unknown,
): void {
  const text = JSON.stringify(body);
  const { setCookies, id } = context.request;
  const extra = setCookies.length > 0 ? { 'set-cookie': setCookies } : {};
  res.writeHead(status, {
    ...headers,
    ...extra,
    'x-request-id': id,
    'content-length': Buffer.byteLength(text),
  });
  res.end(text);
}

/**
 * The dispatch of tRPC's wire form, without the Request and Response objects of its adapters: those cost more than half
 * of an empty call. Queries are POST as well, so nothing but pages travels by GET.
 */
export function openTrpc(parts: TrpcParts) {
  const procedures: ReadonlyMap<string, AnyTRPCProcedure> = new Map(
    Object.entries<AnyTRPCProcedure>(parts.router._def.procedures),
  );

  async function call(context: CallContext, path: string, input: unknown, batchIndex: number): Promise<Answer> {
    const started = performance.now();
    const trace: Trace = { tenant: null, user: null };
    const procedure = procedures.get(path);
    let answer: Answer;
    try {
      if (!procedure) throw new AppError('not_found');
      checkHygiene(input);
      const { type } = procedure._def;
      const getRawInput = async () => input;
      const ctx: Context = { ...context, trace };
      const data: unknown = await procedure({
        ctx,
        path,
        type,
        input: undefined,
        getRawInput,
        signal: undefined,
        batchIndex,
      });
      answer = { status: 200, body: { result: { data } }, error: null };
    } catch (cause) {
      answer = failed(cause, context);
    }
    note(context, trace, procedure ? path : 'unknown', started, answer);
    return answer;
  }

  function admit(context: CallContext, cost: number): void {
    const key = context.signed ? `session ${context.signed.session}` : `address ${addressKey(context.request.address)}`;
    const verdict = parts.calls.take(key, cost);
    if (verdict.allowed) return;
    throw new AppError('too_many_calls', { details: { retryAfter: Math.ceil(verdict.waitMs / 1000) } });
  }

  return async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const started = performance.now();
    const context = parts.contextOf(req);
    try {
      if (req.method !== 'POST') throw new AppError('invalid_format', { trpc: 'METHOD_NOT_SUPPORTED' });
      const wanted = asked(req.url ?? '', parts.batchMax);
      admit(context, wanted.paths.length);
      const body = await readBody(req);
      const inputs = inputsOf(parseBody(body, req.headers['content-type']), wanted);
      const answers = await Promise.all(wanted.paths.map((path, index) => call(context, path, inputs[index], index)));
      const statuses = new Set(answers.map(({ status }) => status));
      const [status = 200] = statuses;
      const bodies = answers.map(({ body: answer }) => answer);
      send(res, statuses.size > 1 ? 207 : status, parts.headers, context, wanted.isBatch ? bodies : bodies[0]);
    } catch (cause) {
      const answer = failed(cause, context);
      note(context, { tenant: null, user: null }, 'none', started, answer);
      // What was not read of the body cannot be told from a next request.
      if (!req.complete) res.shouldKeepAlive = false;
      const retryAfter = answer.error?.details?.retryAfter;
      if (retryAfter !== undefined) res.setHeader('retry-after', String(retryAfter));
      if (answer.status === 405) res.setHeader('allow', 'POST');
      send(res, answer.status, parts.headers, context, answer.body);
    }
  };
}
