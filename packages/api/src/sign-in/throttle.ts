import { createHash } from 'node:crypto';

/** Tries to sign in are counted here, inside authorize, so that every way in counts. One process's memory for now. */
export interface ThrottleNumbers {
  tries: number;
  triesPerAddress: number;
  windowSeconds: number;
  waitMaxSeconds: number;
  /** Tries of strangers that may wait for one account at a time. */
  waiting?: number;
}

export interface Try {
  account: string;
  address: string;
  /** The device's id when its cookie knows this account, else null. */
  knownDevice: string | null;
}

export type Admission =
  | {
      pass: true;
      waited: boolean;
      succeeded: () => void;
      /** The password was never looked at, for want of the database or of time: the try does not count. */
      unjudged: () => void;
    }
  | { pass: false; why: 'device' | 'address' | 'busy'; retryAfterSeconds: number };

export interface Clock {
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done);
    }),
};

export interface Throttle {
  enter(attempt: Try, signal?: AbortSignal): Promise<Admission>;
  /** Someone proved by mail to be the account's owner: what was mistyped on this device is forgotten. */
  forgive(account: string, device: string): void;
  /** True once per window: the moment to mail the account a link that makes a new device known. */
  mayMail(account: string): boolean;
  size(): number;
}

/** What an account is counted by: never the mail itself. */
export const accountOf = (email: string): string => createHash('sha256').update(email).digest('base64url');

const mostEntries = 100_000;

export function openThrottle(numbers: ThrottleNumbers, clock: Clock = systemClock): Throttle {
  const windowMs = numbers.windowSeconds * 1000;
  const mostWaiting = numbers.waiting ?? 10;
  const failures = new Map<string, number[]>();
  const held = new Map<string, Set<string>>();
  const mailed = new Map<string, number>();

  function recent(key: string): number[] {
    const kept = (failures.get(key) ?? []).filter((at) => at > clock.now() - windowMs);
    failures.delete(key);
    if (kept.length > 0) failures.set(key, kept);
    return kept;
  }

  // Counted before the password is looked at, else tries side by side all see the same free place.
  function count(key: string): () => void {
    const at = clock.now();
    const kept = [...recent(key), at].slice(-200);
    failures.set(key, kept);
    const oldest = failures.size > mostEntries ? failures.keys().next().value : undefined;
    if (oldest !== undefined) failures.delete(oldest);
    return () => {
      const list = failures.get(key);
      const index = list?.lastIndexOf(at) ?? -1;
      if (list && index >= 0) list.splice(index, 1);
    };
  }

  const until = (times: number[], limit: number) =>
    Math.max(1, Math.ceil(((times[times.length - limit] ?? 0) + windowMs - clock.now()) / 1000));

  function refuse(why: 'device' | 'address' | 'busy', retryAfterSeconds: number): Admission {
    return { pass: false, why, retryAfterSeconds };
  }

  const deviceKey = (account: string, device: string) => `device ${device} ${account}`;

  function enterKnown(account: string, device: string): Admission {
    const key = deviceKey(account, device);
    const times = recent(key);
    if (times.length >= numbers.tries) return refuse('device', until(times, numbers.tries));
    const unjudged = count(key);
    // A right password forgives what the same person mistyped on the same device.
    return { pass: true, waited: false, succeeded: () => failures.delete(key), unjudged };
  }

  async function enterStranger({ account, address }: Try, signal?: AbortSignal): Promise<Admission> {
    const addressKey = `address ${address}`;
    const fromAddress = recent(addressKey);
    if (fromAddress.length >= numbers.triesPerAddress)
      return refuse('address', until(fromAddress, numbers.triesPerAddress));
    const key = `stranger ${account}`;
    const before = recent(key).length;
    const giveBack = [count(addressKey), count(key)];
    const uncount = () => {
      for (const undo of giveBack) undo();
    };
    const waited = before >= numbers.tries;
    const admitted: Admission = { pass: true, waited, succeeded: uncount, unjudged: uncount };
    if (before < numbers.tries) return admitted;

    // Held here rather than sent away: who is told to come back later can be overtaken for ever by a stranger.
    const seconds = Math.min(numbers.waitMaxSeconds, 2 ** (before - numbers.tries));
    const queue = held.get(account) ?? new Set<string>();
    if (queue.has(address) || queue.size >= mostWaiting) return refuse('busy', seconds);
    held.set(account, queue.add(address));
    try {
      await clock.sleep(seconds * 1000, signal);
    } finally {
      queue.delete(address);
      if (queue.size === 0) held.delete(account);
    }
    return signal?.aborted ? refuse('busy', seconds) : admitted;
  }

  return {
    async enter(attempt, signal) {
      if (attempt.knownDevice === null) return enterStranger(attempt, signal);
      return enterKnown(attempt.account, attempt.knownDevice);
    },
    forgive: (account, device) => void failures.delete(deviceKey(account, device)),
    mayMail(account) {
      const last = mailed.get(account) ?? 0;
      if (last > clock.now() - windowMs) return false;
      mailed.delete(account);
      mailed.set(account, clock.now());
      const oldest = mailed.size > mostEntries ? mailed.keys().next().value : undefined;
      if (oldest !== undefined) mailed.delete(oldest);
      return true;
    },
    size: () => failures.size + held.size + mailed.size,
  };
}
