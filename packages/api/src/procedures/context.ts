import type { Identity } from '@studyspot/db/identity';
import type { Database } from '@studyspot/db/tenancy/database';
import type { PortalName, RequestFacts } from '../request.ts';
import type { Services } from '../services.ts';

/** What the signed cookie says, with the secret as the gate wants it. */
export interface Signed {
  session: string;
  secretHash: Uint8Array;
  tenant: string | null;
  library: string | null;
}

/** Who asked, as far as it is known: filled by the gate for the log line. */
export interface Trace {
  tenant: string | null;
  user: string | null;
}

/** For whom and for which tenant the page was drawn that calls: compared with the cookie's, never used. */
export interface DrawnFor {
  tenant: string | null;
  person: string | null;
}

export interface Context {
  portal: PortalName;
  database: Database;
  services: Services;
  request: RequestFacts;
  signed: Signed | null;
  drawnFor: DrawnFor;
  trace: Trace;
  /** What is done around a call that comes from a page of this process; over HTTP it is done for the whole batch. */
  around: (<T>(path: string, isRead: boolean, run: () => Promise<T>) => Promise<T>) | null;
}

export type CallContext = Omit<Context, 'trace' | 'around'>;

export interface At {
  session: string;
  secretHash: Uint8Array;
  portal: PortalName;
}

export interface OpenScope {
  identity: Identity;
  at: At | null;
  services: Services;
  request: RequestFacts;
}

export interface PersonScope extends OpenScope {
  at: At;
}
