import { AsyncLocalStorage } from 'node:async_hooks';
import type { Locale } from './locale.ts';

export type PortalName = 'owner' | 'admin';

/** What every layer may know of the request it serves. */
export interface RequestFacts {
  id: string;
  locale: Locale;
  address: string;
  agent: string;
  /** The Cookie header as it came (sign-in reads its own names), and what the answer shall set. */
  cookie: string;
  setCookies: string[];
  /** The session's cookie is the successor of the one that came: the browser may never get it, so it confirms nothing. */
  isRenewed?: boolean;
  /** The events that were committed for it: its browser knows them for its own. */
  told: string[];
  /** Aborted when the caller has gone before the answer: what only reads for it may stop. */
  gone?: AbortSignal;
}

declare global {
  var studyspotRequests: AsyncLocalStorage<RequestFacts> | undefined;
}

// On globalThis: server.ts, pages and route handlers each load their own copy of this module.
function storage(): AsyncLocalStorage<RequestFacts> {
  globalThis.studyspotRequests ??= new AsyncLocalStorage<RequestFacts>();
  return globalThis.studyspotRequests;
}

export const runWithRequest = <T>(facts: RequestFacts, run: () => T): T => storage().run(facts, run);

export const currentRequest = (): RequestFacts | undefined => storage().getStore();
