'use client';

import { type Code, codes } from '@studyspot/api/errors/codes';
import type { OwnerRouter } from '@studyspot/api/root';
import { QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, getUntypedClient, httpBatchLink, type TRPCLink } from '@trpc/client';
import { createTRPCReact } from '@trpc/react-query';
import type { TRPCBuiltRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Marks } from '../data/marks.tsx';
import { openQueries } from '../data/queries.tsx';
import { failureOf, isSwitched } from '../failure.tsx';
import { personOf } from '../outbox/act.tsx';
import { tellSwitched } from './tell-switched.tsx';

/** What both portals' routers hold. The hooks of each portal share this provider. */
type SharedRouter = TRPCBuiltRouter<
  OwnerRouter['_def']['_config']['$types'],
  Pick<OwnerRouter['_def']['record'], 'identity' | 'notifications' | 'views'>
>;

export const shared = createTRPCReact<SharedRouter>();

/** The procedures of this portal by their names, for what is one for all of them. */
export const useCalls = () => getUntypedClient(shared.useUtils().client);

const BATCH_MOST = 10;
type Renewal = 'renewed' | 'over' | 'reuse' | 'away';
let refreshing: Promise<Renewal> | null = null;

/** One in flight per tab; the server answers the same successor to every tab that asks. */
function refresh(): Promise<Renewal> {
  refreshing ??= fetch('/api/auth/refresh', { method: 'POST', credentials: 'same-origin' })
    .then(async (answer): Promise<Renewal> => {
      if (answer.ok) return 'renewed';
      if (answer.status !== 401) return 'away';
      const { reason }: { reason?: string } = await answer.json();
      return reason === 'reuse' ? 'reuse' : 'over';
    })
    .catch((): Renewal => 'away')
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

/** False where nobody is signed in any more: then this page is left. */
export async function stillSignedIn(): Promise<boolean> {
  const renewal = await refresh();
  if (renewal === 'over' || renewal === 'reuse') leaveForSignIn('unauthorized', renewal);
  return renewal === 'renewed' || renewal === 'away';
}

const endings = new Set<Code>(['unauthorized', 'token_expired', 'account_inactive']);

let isSigningOut = false;

// Whoever signs out in this tab is on the way already: what is refused meanwhile must not lead them elsewhere.
if (typeof window !== 'undefined') {
  window.addEventListener('submit', ({ target, defaultPrevented }) => {
    if (!defaultPrevented && target instanceof HTMLFormElement && target.action.endsWith('/api/auth/signout'))
      isSigningOut = true;
  });
  window.addEventListener('pageshow', () => {
    isSigningOut = false;
  });
}

function leaveForSignIn(code: Code, reason: unknown): void {
  if (isSigningOut) return;
  const { pathname, search } = window.location;
  const query = new URLSearchParams({ error: String(codes[code].number), callbackUrl: pathname + search });
  if (reason === 'reuse') query.set('reason', reason);
  window.location.assign(reason === 'choose_tenant' ? '/choose' : `/signin?${query}`);
}

/** Access over: refresh and try once more. Any other of the endings: nobody is signed in any more. */
const renewLink: TRPCLink<SharedRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let inner: { unsubscribe: () => void } | null = null;
      let over = false;
      const attempt = (last: boolean) => {
        inner = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            const failure = failureOf(error);
            if (failure?.name === 'token_expired' && !last) {
              refresh().then((renewal) => {
                if (over) return;
                if (renewal === 'renewed') return attempt(true);
                if (renewal !== 'away') leaveForSignIn('unauthorized', renewal);
                observer.error(error);
              });
              return;
            }
            if (failure && endings.has(failure.name)) leaveForSignIn(failure.name, failure.details?.reason);
            if (failure && isSwitched(failure)) tellSwitched(failure.details?.tenant);
            observer.error(error);
          },
        });
      };
      attempt(false);
      return () => {
        over = true;
        inner?.unsubscribe();
      };
    });

// Longer than our server takes over anything: a network that has gone says nothing of its own.
const ANSWER_WITHIN_MS = 20_000;

/** A call that gets no answer fails, and the form or the outbox says so, instead of turning for ever. */
function inTime(asked: Promise<Response>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_WITHIN_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Cache {
  owner: string;
  marks: Marks;
}

const CacheContext = createContext<Cache>({ owner: '', marks: new Marks() });

/** Whose data the cache around this holds. */
export const useOwner = () => useContext(CacheContext).owner;

export const useMarks = () => useContext(CacheContext).marks;

export interface ApiClientProps {
  owner: string;
  /** The one this page was drawn for: the API compares both, and so notices a switch in another tab. */
  tenant: string | null;
  children: ReactNode;
}

/** One cache for each owner: with another person or business it begins empty. */
export function ApiClient(props: ApiClientProps) {
  return <OwnersClient key={props.owner} {...props} />;
}

function OwnersClient({ owner, tenant, children }: ApiClientProps) {
  const [cache] = useState(() => ({ owner, marks: new Marks() }));
  const [queries] = useState(() => openQueries(cache.marks));
  const [client] = useState(() =>
    createTRPCClient<SharedRouter>({
      links: [
        renewLink,
        httpBatchLink({
          url: '/api/trpc',
          methodOverride: 'POST',
          maxItems: BATCH_MOST,
          fetch: async (url, options) => {
            const answer = await inTime(fetch(url, options as RequestInit));
            const mark = answer.headers.get('x-studyspot-news');
            if (mark !== null) cache.marks.hear(mark);
            cache.marks.did(answer.headers.get('x-studyspot-told')?.split(',') ?? []);
            return answer;
          },
          headers: () => (tenant ? { 'x-studyspot-tenant': tenant, 'x-studyspot-person': personOf(owner) } : {}),
        }),
      ],
    }),
  );
  return (
    <CacheContext value={cache}>
      <shared.Provider client={client} queryClient={queries}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </shared.Provider>
    </CacheContext>
  );
}
