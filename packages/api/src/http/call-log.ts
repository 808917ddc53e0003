import type { AppError } from '../errors/app-error.ts';
import { codes, outcomes } from '../errors/codes.ts';
import type { CallContext, Trace } from '../procedures/context.ts';

/** How a call ended, over HTTP or for a page. */
export interface Ending {
  status: number;
  error: AppError | null;
}

export const statusOf = (error: AppError): number => outcomes[error.trpc ?? codes[error.code].trpc].status;

/** One line per call. Who has gone before the answer came is no failure of ours. */
export function noteCall(
  context: CallContext,
  trace: Trace,
  path: string,
  started: number,
  { status, error }: Ending,
): void {
  const { log, logSparingly } = context.services;
  const isGone = error !== null && context.request.gone?.aborted === true;
  const level = error && !isGone ? codes[error.code].level : 'info';
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
    ...(isGone ? { gone: true } : {}),
    // The cause stays here: outside only the number and its sentence are seen.
    ...(error?.cause !== undefined && (level === 'error' || level === 'warn') ? { err: error.cause } : {}),
  };
  // One line for each would let the log grow with a flood that costs nothing else.
  if (error?.code === 'too_many_calls') logSparingly('warn', line, 'call');
  else log[level](line, 'call');
}
