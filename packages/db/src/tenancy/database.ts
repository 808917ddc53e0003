import type { Identity } from '../identity.ts';
import type { ChangeScope, Entered, Entry, ReadScope } from './scope.ts';

export type { Actor, ChangeHandle, ChangeScope, Entered, Entry, ReadHandle, ReadScope, TrailEvent } from './scope.ts';

export interface DatabaseOptions {
  urls: { auth: string; tenant?: string; platform?: string };
  slots?: { auth?: number; tenant?: number; platform?: number };
  /** For a whole verb, waiting for a slot included. */
  deadlineMs?: number;
}

export interface Database {
  /** The verb starts at once: its first query rides behind begin, claim and gate. */
  read<T>(entry: Entry, verb: (scope: ReadScope) => Promise<T>): Promise<Entered<T>>;
  /** The gate answers first; a commit without an event is refused unless the entry is silent. */
  change<T>(entry: Entry, verb: (scope: ChangeScope) => Promise<T>): Promise<Entered<T>>;
  identity: Identity;
  ready(): Promise<void>;
  close(): Promise<void>;
}

export declare function openDatabase(options: DatabaseOptions): Database;
