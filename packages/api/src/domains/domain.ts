import type { Grants } from '../permissions/roles.ts';

/** What a domain tells all others of itself. */
export interface Domain {
  permissions: Grants;
  /** What its events are called, by the kind they begin with: `tenant.created`. */
  events?: Readonly<Record<string, readonly string[]>>;
  /** Which routers read what an event is about, by the kind of its subject: who may call the reads of one hears of it. */
  shown?: Readonly<Record<string, readonly string[]>>;
  /** Kinds that are of who made them: nobody else hears of those. */
  personal?: readonly string[];
}
