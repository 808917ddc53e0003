import { appHere } from '../app-here.ts';
import type { Context } from '../procedures/context.ts';
import { makeCallerFactory } from '../procedures/router.ts';
import { currentRequest, type RequestFacts } from '../request.ts';
import type { AdminRouter, OwnerRouter } from '../root.ts';
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
  return makeFacts({ ...Object.fromEntries(names), cookie }, '');
}

function contextFor(headers: Readable): Context {
  const trace = { tenant: null, user: null };
  return { ...appHere().contextOf(factsOf(headers), null), trace };
}

/** For server components of the owner portal: the same procedures and the same gate, without HTTP. */
export function ownerCallerFor(headers: Readable) {
  return makeCallerFactory(appHere().router as OwnerRouter)(contextFor(headers));
}

/** For server components of the admin portal. */
export function adminCallerFor(headers: Readable) {
  return makeCallerFactory(appHere().router as AdminRouter)(contextFor(headers));
}
