export type RefusalCode = 'S1001' | 'S1003' | 'S1004' | 'S1006' | 'S4002' | 'S4004';

export const refusalCodes: ReadonlySet<string> = new Set<RefusalCode>([
  'S1001',
  'S1003',
  'S1004',
  'S1006',
  'S4002',
  'S4004',
]);

/** The gate or an identity function said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(`refused: ${code}`, options);
    this.code = code;
  }
}

/** A job is another worker's by now, or nobody's: what was done for it is undone with its transaction. */
export class Lost extends Error {
  override readonly name = 'Lost';
  constructor(why: string, options?: ErrorOptions) {
    super(`the job is lost: ${why}`, options);
  }
}

export type ConflictKind = 'unique' | 'foreign' | 'check' | 'exclusion' | 'notNull';

/** A constraint said no. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly constraint: string;
  readonly kind: ConflictKind;
  constructor(kind: ConflictKind, constraint: string, options?: ErrorOptions) {
    super(`${kind} constraint ${constraint}`, options);
    this.kind = kind;
    this.constraint = constraint;
  }
}

/** 'aborted': whoever asked has gone. */
export type UnavailableWhy = 'connection' | 'queue' | 'deadline' | 'closing' | 'busy' | 'aborted';

/** The database could not be asked, or its answer was lost: 'unknown' means that the commit may have happened. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly why: UnavailableWhy;
  readonly outcome: 'none' | 'unknown';
  constructor(why: UnavailableWhy, outcome: 'none' | 'unknown', options?: ErrorOptions) {
    super(`database unavailable (${why}), outcome ${outcome}`, options);
    this.why = why;
    this.outcome = outcome;
  }
}

/** Postgres would not take a value: malformed, out of range, too long. */
export class BadValue extends Error {
  override readonly name = 'BadValue';
  readonly state: string;
  constructor(state: string, options?: ErrorOptions) {
    super(`value refused by the database: ${state}`, options);
    this.state = state;
  }
}

export type MisuseCode =
  | 'closed'
  | 'unrecorded'
  | 'statement'
  | 'parameter'
  | 'claim'
  | 'login'
  | 'unsettled'
  | 'swallowed';

/** A verb used its handle wrongly: a mistake in code, never something a person did. */
export class AppFault extends Error {
  override readonly name = 'AppFault';
  readonly code: MisuseCode;
  constructor(code: MisuseCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
