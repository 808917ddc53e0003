import { appHere } from '../app-here.ts';
import { translate } from '../errors/translate.ts';
import type { Cost } from '../limits/budgets.ts';
import type { CallContext, Context, Trace } from '../procedures/context.ts';
import { makeCallerFactory } from '../procedures/router.ts';
import { currentRequest, type RequestFacts } from '../request.ts';
import type { AdminRouter, OwnerRouter } from '../root.ts';
import { noteCall, statusOf } from './call-log.ts';
import { makeFacts } from './facts.ts';

interface Readable {
  get(name: string): string | null;
}

// server.ts runs pages inside its own request; the headers serve where that is missing.
function factsOf(headers: Readable): RequestFacts {
  const known = currentRequest();
  const cookie = headers.get('cookie') ?? '';
  if (known) return { ...known, cookie };
  const names = ['accept-language', 'user-agent'].map((name) => [name, headers.get(name) ?? undefined]);
  return { ...makeFacts({ ...Object.fromEntries(names), cookie }, ''), isRenewed: true };
}

/** Counted and logged as a call over HTTP is. */
async function asCall<T>(
  context: CallContext,
  trace: Trace,
  path: string,
  cost: Cost,
  run: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  try {
    appHere().budgets.spend(context, cost);
    const answer = await run();
    noteCall(context, trace, path, started, { status: 200, error: null });
    return answer;
  } catch (cause) {
    const error = translate(cause);
    noteCall(context, trace, path, started, { status: statusOf(error), error });
    throw error;
  }
}

/** A context for each call of one page. */
function contextsFor(headers: Readable): () => Context {
  const context = appHere().contextOf(factsOf(headers));
  return () => {
    const trace: Trace = { tenant: null, user: null };
    return {
      ...context,
      trace,
      around: (path, isRead, run) => {
        const cost = isRead ? { reads: 1, changes: 0 } : { reads: 0, changes: 1 };
        return asCall(context, trace, path, cost, run);
      },
    };
  };
}

/** For server components of the owner portal: the same procedures and the same gate, without HTTP. */
export function ownerCallerFor(headers: Readable) {
  return makeCallerFactory(appHere().router as OwnerRouter)(contextsFor(headers));
}

/** For server components of the admin portal. */
export function adminCallerFor(headers: Readable) {
  return makeCallerFactory(appHere().router as AdminRouter)(contextsFor(headers));
}

/** How far the news of this process has come: what is read from now on holds all of it. */
export const newsMark = (): string => appHere().news.mark();

/** What the routers of both portals hold, whichever runs here. */
export function sharedCallerFor(
  headers: Readable,
): Pick<ReturnType<typeof ownerCallerFor>, 'identity' | 'notifications'> {
  return ownerCallerFor(headers);
}
