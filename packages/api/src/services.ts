import type { Limiter } from './limits/limits.ts';
import type { Log } from './log.ts';
import type { LogSparingly } from './log-sparingly.ts';
import type { Asker } from './sign-in/password-line.ts';
import type { SignIn } from './sign-in/sign-in.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hashing in worker threads. Who finds no place in line, or waits too long in it, is refused as unavailable. */
export interface Passwords {
  /** True when `asker` would be refused now. */
  isFull(asker: Asker): boolean;
  hash(password: string, asker: Asker): Promise<string>;
  /** `find` is asked once there is a place. A null hash (unknown mail, no password yet) costs the same and is false. */
  matches(password: string, find: () => Promise<string | null>, asker: Asker): Promise<boolean>;
}

/** How many mails may go out. */
export interface MailRoom {
  fromAddress: Limiter;
  fromNetwork: Limiter;
  toPerson: Limiter;
  /** Counted apart from what people ask for themselves: no tenant's invitations may keep back someone's reset link. */
  toMember: Limiter;
  /** However many mailboxes it names: who invites and removes again has the room of their plan for ever. */
  fromTenant: Limiter;
}

export interface Services {
  passwords: Passwords;
  clock: { now(): Date };
  /** This portal's own address, and the owners' one: the welcome that the platform mails leads there. */
  urls: { portal: string; owner: string };
  mailRoom: MailRoom;
  signIn: SignIn;
  log: Log;
  logSparingly: LogSparingly;
}
