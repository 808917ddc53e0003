export { identityOn } from './identity-on.ts';

export type Portal = 'owner' | 'admin';

/** Who is calling: from the signed cookie only. */
export interface At {
  session: string;
  secretHash: Uint8Array;
  portal: Portal;
}

/** One statement on the auth login. Parameters are strings or null; the answer's only column is `answer`. */
export type Ask = (
  text: string,
  params: ReadonlyArray<string | null>,
  session?: string,
) => Promise<ReadonlyArray<Record<string, unknown>>>;

export interface FoundLogin {
  userId: string;
  passwordHash: string | null;
  active: boolean;
  verified: boolean;
}

export interface NewSession {
  /** The login as it was found: a session starts only if the hash is still this one. */
  email: string;
  passwordHash: string;
  portal: Portal;
  session: string;
  seed: Uint8Array;
  secretHash: Uint8Array;
  address: string | null;
  agent: string | null;
  device: string | null;
  accessSeconds: number;
  idleDays: number;
  totalDays: number;
  /** A session found in the request's cookie ends here. */
  replaces: At | null;
}

export interface StartedSession {
  tenant: string | null;
  library: string | null;
  choices: number;
  accessEndsAt: Date;
  expiresAt: Date;
}

export interface SessionFacts {
  seed: Uint8Array;
  generation: number;
  state: 'current' | 'previous' | 'stale';
  rotatedAt: Date;
  accessEndsAt: Date;
  /** When the session ends if nobody uses it, and never later than `endsAt`. */
  expiresAt: Date;
  endsAt: Date;
  tenant: string | null;
  library: string | null;
  ended: boolean;
  endReason: string | null;
}

export interface Rotation {
  at: At;
  /** The generation that `nextHash` follows: a row that has moved on is kept as it is. */
  fromGeneration: number;
  nextHash: Uint8Array;
  accessSeconds: number;
  graceSeconds: number;
  confirmSeconds: number;
  minimumAgeSeconds: number;
}

export interface Rotated {
  /** rotated and kept: issue the cookie of `generation`. ended and reuse: the session is over. */
  outcome: 'rotated' | 'kept' | 'ended' | 'reuse';
  generation: number;
  accessEndsAt: Date;
  expiresAt: Date;
  tenant: string | null;
  library: string | null;
}

export interface Person {
  userId: string;
  name: string;
  email: string;
  phone: string | null;
  locale: 'en' | 'hi';
  verified: boolean;
  tenant: { id: string; name: string; kind: 'platform' | 'library'; status: string } | null;
  membership: { id: string; role: string; added: string[]; removed: string[] } | null;
  library: string | null;
  choices: number;
}

export interface TenantChoice {
  tenantId: string;
  tenantName: string;
  kind: 'platform' | 'library';
  status: string;
  role: string;
  current: boolean;
}

export interface SessionEntry {
  id: string;
  portal: Portal;
  address: string | null;
  agent: string | null;
  createdAt: Date;
  usedAt: Date;
  current: boolean;
}

export interface Recipient {
  userId: string;
  name: string;
  email: string;
  locale: 'en' | 'hi';
}

export type AskedLetter =
  | { purpose: 'reset'; email: string; portal: Portal }
  /** `data` is the device that may pass. */
  | { purpose: 'device'; email: string; portal: Portal; data: string }
  | { purpose: 'verify'; at: At }
  /** `data` is the new address. */
  | { purpose: 'email'; at: At; data: string };

export type TokenPurpose = 'reset' | 'verify' | 'invite' | 'device' | 'email';

export interface TokenFacts {
  name: string;
  email: string;
  needsPassword: boolean;
  tenantName: string | null;
  expiresAt: Date;
}

export type Acceptance =
  | { outcome: 'accepted'; email: string; tenant: string; kind: 'platform' | 'library' }
  | { outcome: 'needs-password' }
  | null;

export interface Level {
  /** The newest migration that the database has. */
  newest: string;
  /** The number of the oldest code that all of its migrations work with. */
  oldestCode: string;
}

export interface Identity {
  findLogin(email: string): Promise<FoundLogin | null>;
  /** Into the trail of each tenant of the person; an unknown mail into the platform's, without the mail. */
  signInFailed(input: { email: string; portal: Portal; address: string | null; why: string }): Promise<void>;
  /** null: the login is no longer as it was found. Chooses the tenant when one fits, or the last one used. */
  startSession(input: NewSession): Promise<StartedSession | null>;
  sessionFacts(at: At): Promise<SessionFacts | null>;
  rotate(input: Rotation): Promise<Rotated | null>;
  /** The current secret was seen: after this the previous one is reuse. Does nothing too early. */
  confirm(at: At): Promise<void>;
  endIfReused(at: At): Promise<boolean>;
  endSession(at: At, reason: string): Promise<boolean>;
  /** Refuses as the gate does: S1001, S1003, S1006. So do all methods below that take `at`. */
  person(at: At): Promise<Person>;
  choices(at: At): Promise<TenantChoice[]>;
  /** The platform's address for help, whatever became of one's business; null while nobody has set it. */
  supportContact(at: At): Promise<string | null>;
  /** null: not one of theirs, or no such tenant. */
  chooseTenant(at: At, tenantId: string): Promise<{ tenant: string; library: string | null } | null>;
  sessions(at: At): Promise<SessionEntry[]>;
  endOtherSession(at: At, sessionId: string): Promise<boolean>;
  endOtherSessions(at: At): Promise<number>;
  passwordOf(at: At): Promise<string | null>;
  /** Ends every other session, and this one unless it is kept; the person is told by mail. */
  changePassword(at: At, newHash: string, keepThis: boolean): Promise<void>;
  updatePerson(at: At, input: { name: string; phone: string | null; locale: 'en' | 'hi' }): Promise<void>;
  /** The worker mails it. The same answer where nobody has that mail, and where an address that is asked for is taken. */
  askLetter(input: AskedLetter): Promise<void>;
  tokenFacts(tokenHash: Uint8Array, purpose: TokenPurpose): Promise<TokenFacts | null>;
  /** Ends all sessions of the person, who is told by mail. */
  resetPassword(tokenHash: Uint8Array, newHash: string, portal: Portal): Promise<Recipient | null>;
  verifyEmail(tokenHash: Uint8Array): Promise<Recipient | null>;
  /** Name and password count only for a person who has no password yet. */
  acceptInvitation(tokenHash: Uint8Array, name: string | null, passwordHash: string | null): Promise<Acceptance>;
  /** The former address is told by mail. null also when the new one was taken meanwhile. */
  changeEmail(tokenHash: Uint8Array, portal: Portal): Promise<Recipient | null>;
  passDevice(tokenHash: Uint8Array): Promise<{ email: string; device: string } | null>;
  level(): Promise<Level>;
}
