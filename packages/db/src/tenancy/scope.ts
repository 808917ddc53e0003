import type { SQL } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';

export type Portal = 'owner' | 'admin';

export interface Entry {
  login: 'tenant' | 'platform';
  session: string;
  secretHash: Uint8Array;
  portal: Portal;
  /** The claim: from the signed cookie only. */
  tenant: string;
  library: string | null;
  permission: string;
  /** The roles that hold the permission. */
  roles: readonly string[];
  evenExpired: boolean;
  /** A change that records no event, declared as such. */
  silent?: boolean;
  requestId?: string;
}

/** Who does something, as the trail keeps it: nobody is the system itself. */
export interface Doer {
  userId: string | null;
  name: string | null;
}

export interface Actor extends Doer {
  userId: string;
  membershipId: string;
  tenantId: string;
  tenantKind: 'platform' | 'library';
  name: string;
  role: string;
  added: string[];
  removed: string[];
  libraryId: string | null;
  limits: { libraries: number; students: number; staff: number };
}

/** An event that was recorded and committed: its id, as soon as that is answered. */
export interface Told {
  event: string;
}

export interface Entered<T> {
  result: T;
  told: readonly Told[];
  actor: Actor;
  /** The caller should confirm the session's secret after this. */
  confirm: boolean;
}

/** `transaction` is gone: savepoints are a method of the handle. */
type Queries = Omit<
  PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>,
  'transaction' | 'execute' | 'query' | '_query'
>;

export interface ReadHandle extends Queries {
  run(query: SQL): Promise<Record<string, unknown>[]>;
}

export interface TrailEvent {
  /** Such as 'library.created'. */
  name: string;
  subject: { kind: string; id: string };
  libraryId?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

export interface ChangeHandle extends ReadHandle {
  /** Sent at once, settled before the commit. */
  record(event: TrailEvent): void;
  savepoint<T>(run: () => Promise<T>): Promise<T>;
  lock(key: string): Promise<void>;
  tryLock(key: string): Promise<boolean>;
  /** Platform login only: the claim becomes that tenant's while `run` runs, and the platform's again after. */
  asTenant<T>(tenant: string, run: (db: ChangeHandle) => Promise<T>): Promise<T>;
}

export interface ReadScope {
  db: ReadHandle;
  actor: () => Promise<Actor>;
}

export interface ChangeScope {
  db: ChangeHandle;
  actor: Actor;
}
