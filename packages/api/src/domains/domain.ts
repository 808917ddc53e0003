import type { Grants, Role } from '../permissions/roles.ts';

/** What people are told when something has happened. Its sentence stands in the message files, under its kind. */
export interface NoticeKind {
  category: 'tenant' | 'library' | 'subscription' | 'security' | 'system';
  priority: 'low' | 'medium' | 'high' | 'critical';
  /** Whom it concerns: who is asked whether they want it, and told where nobody is named. */
  who: readonly Role[];
  /** A letter of its own tells it already. */
  hasLetter?: true;
}

/** What a domain tells all others of itself. */
export interface Domain {
  permissions: Grants;
  /** What its events are called, by the kind they begin with: `tenant.created`. */
  events?: Readonly<Record<string, readonly string[]>>;
  /** Of a library alone: the platform hears nothing of what happens here. */
  private?: true;
  /** Which routers read what an event is about, by the kind of its subject: who may call the reads of one hears of it. */
  shown?: Readonly<Record<string, readonly string[]>>;
  /** What its subscribers tell people, by kind. Those of security are told whatever somebody wants. */
  notices?: Readonly<Record<string, NoticeKind>>;
  /**
   * Kinds that are of one person, who made them or whom their subject names: nobody else hears of those, and no list of
   * what happened holds them.
   */
  personal?: readonly string[];
  /** Kinds that the platform tells to the one tenant whom their subject names, or to all of them. */
  addressed?: readonly string[];
  /** Kinds that the platform's screens hear of in whichever tenant they happen. */
  overheard?: readonly string[];
}
