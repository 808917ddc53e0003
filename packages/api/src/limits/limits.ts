export interface Verdict {
  allowed: boolean;
  /** How many more fit into the window after this one. */
  left: number;
  /** Milliseconds until one more fits; 0 when allowed. */
  waitMs: number;
}

/** One counted thing: changes of a session, mails to an address. */
export interface Limiter {
  /** Counts `cost` when it fits and says whether it did; what is refused is not counted. */
  take(key: string, cost?: number): Verdict;
  /** Looks without counting. */
  look(key: string): Verdict;
}

export interface LimitRule {
  limit: number;
  windowMs: number;
}

/** Where limiters come from: in the memory of the process for now, a shared store later. */
export interface Limits {
  limiter(name: string, rule: LimitRule): Limiter;
}
