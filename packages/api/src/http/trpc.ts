import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server';
import { AppError } from '../errors/app-error.ts';
import { translate } from '../errors/translate.ts';
import type { Budgets, Cost } from '../limits/budgets.ts';
import type { News } from '../live/news.ts';
import type { PortalMetrics } from '../metrics/portal-metrics.ts';
import type { CallContext, Context, Trace } from '../procedures/context.ts';
import { errorShape } from '../procedures/trpc.ts';
import { runWithRequest } from '../request.ts';
import { parseBody, readBody } from './body.ts';
import { type Ending, noteCall, statusOf } from './call-log.ts';
import { goneSignal } from './gone.ts';
import { checkHygiene } from './hygiene.ts';

const PREFIX = '/api/trpc/';

export interface TrpcParts {
  router: AnyTRPCRouter;
  budgets: Budgets;
  batchMax: number;
  news: News;
  metrics: PortalMetrics;
  /** The session may be another's by now, or nobody's: whoever listens for it is asked again. */
  lookAgain(session: string): void;
  headers: Readonly<Record<string, string>>;
  contextOf(req: IncomingMessage): CallContext;
}

interface Answer extends Ending {
  body: unknown;
}

function failed(cause: unknown, context: CallContext): Answer {
  const error = translate(cause);
  return { status: statusOf(error), body: { error: errorShape(error, context.request) }, error };
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

/** In a frame of its own: what was sent is gone with it. */
async function readInputs(req: IncomingMessage, wanted: Asked): Promise<unknown[]> {
  return inputsOf(parseBody(await readBody(req), req.headers['content-type']), wanted);
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

// More than these are read again: a header has its bounds.
const MOST_TOLD = 50;

/** How far this process had heard, and which of what comes next is an echo of what was done here. */
const newsHeaders = (news: News, told: readonly string[]) => ({
  'x-studyspot-news': news.mark(),
  ...(told.length > 0 && told.length <= MOST_TOLD && { 'x-studyspot-told': told.join(',') }),
});

/**
 * The dispatch of tRPC's wire form, without the Request and Response objects of its adapters: those cost more than half
 * of an empty call. Queries are POST as well, so nothing but pages travels by GET.
 */
export function openTrpc(parts: TrpcParts) {
  const procedures: ReadonlyMap<string, AnyTRPCProcedure> = new Map(
    Object.entries<AnyTRPCProcedure>(parts.router._def.procedures),
  );

  async function call(context: CallContext, path: string, inputs: unknown[], batchIndex: number): Promise<Answer> {
    const started = performance.now();
    const trace: Trace = { tenant: null, user: null };
    const procedure = procedures.get(path);
    let answer: Answer;
    try {
      if (!procedure) throw new AppError('not_found');
      const { type } = procedure._def;
      // Handed on once: a call may wait for long, and a body has 256 KB.
      const getRawInput = async () => {
        const [input] = inputs.splice(batchIndex, 1, undefined);
        checkHygiene(input);
        return input;
      };
      const ctx: Context = { ...context, trace, around: null };
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
    if (answer.error === null && context.signed && procedure?._def.type === 'mutation' && path.startsWith('identity.'))
      parts.lookAgain(context.signed.session);
    parts.metrics.called(procedure ? path : 'unknown', answer.status, started);
    noteCall(context, trace, procedure ? path : 'unknown', started, answer);
    return answer;
  }

  // What nobody knows counts as a change.
  function costOf(paths: readonly string[]): Cost {
    const reads = paths.filter((path) => procedures.get(path)?._def.type === 'query').length;
    return { reads, changes: paths.length - reads };
  }

  async function answer(req: IncomingMessage, res: ServerResponse, context: CallContext): Promise<void> {
    const started = performance.now();
    try {
      if (req.method !== 'POST') throw new AppError('invalid_format', { trpc: 'METHOD_NOT_SUPPORTED' });
      const wanted = asked(req.url ?? '', parts.batchMax);
      parts.budgets.spend(context, costOf(wanted.paths));
      const inputs = await readInputs(req, wanted);
      const answers = await Promise.all(wanted.paths.map((path, index) => call(context, path, inputs, index)));
      const statuses = new Set(answers.map(({ status }) => status));
      const [status = 200] = statuses;
      const bodies = answers.map(({ body: one }) => one);
      send(
        res,
        statuses.size > 1 ? 207 : status,
        // How much goes on here is nobody's business but theirs who work here.
        { ...parts.headers, ...(context.signed && newsHeaders(parts.news, context.request.told)) },
        context,
        wanted.isBatch ? bodies : bodies[0],
      );
    } catch (cause) {
      const failure = failed(cause, context);
      parts.metrics.called('none', failure.status, started);
      noteCall(context, { tenant: null, user: null }, 'none', started, failure);
      // What was not read of the body cannot be told from a next request.
      if (!req.complete) res.shouldKeepAlive = false;
      const retryAfter = failure.error?.details?.retryAfter;
      if (retryAfter !== undefined) res.setHeader('retry-after', String(retryAfter));
      if (failure.status === 405) res.setHeader('allow', 'POST');
      send(res, failure.status, parts.headers, context, failure.body);
    }
  }

  return async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const context = parts.contextOf(req);
    context.request.gone = goneSignal(res);
    await runWithRequest(context.request, () => answer(req, res, context));
  };
}
