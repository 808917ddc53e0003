import { createHash } from 'node:crypto';
import { addressKey, prefixKey } from '../http/peer.ts';
import { openTally, type Place, type Tally } from './tally.ts';

/** Tries to sign in are counted here, inside authorize, so that every way in counts. One process's memory for now. */
export interface ThrottleNumbers {
  /** Wrong passwords within a window for one account on one device that it knows. */
  tries: number;
  /** For one account on all the devices that it does not know, however many addresses they come from. */
  triesOfStrangers: number;
  /** From one address, for all accounts together. */
  triesPerAddress: number;
  windowSeconds: number;
}

export interface Try {
  account: string;
  address: string;
  /** The device's id when its cookie knows this account, else null. */
  knownDevice: string | null;
}

/** What was tried too often: this device, all unknown devices of the account, the address. */
export type RefusedBy = 'device' | 'account' | 'address';

export interface Refusal {
  pass: false;
  why: RefusedBy;
  retryAfterSeconds: number;
}

export type Admission =
  | {
      pass: true;
      /** Both: true when the account's unknown devices are shut out by this, so that its owner needs another way in. */
      wrong: () => boolean;
      right: () => boolean;
      /** After either of those it does nothing. */
      unjudged: () => void;
    }
  | Refusal;

export interface Throttle {
  enter(attempt: Try): Admission;
  /** What would refuse it, without counting it. */
  look(attempt: Try): Refusal | null;
  /** The password asked for again within a session: `accountOf` is only asked when the session's own tries allow it. */
  enterAgain(session: string, accountOf: () => Promise<string>): Promise<Admission>;
  /** Someone proved by mail to be the account's owner: what was mistyped on this device is forgotten. */
  forgive(account: string, device: string): void;
  size(): number;
}

/** What an account is counted by: never the mail itself. */
export const accountOf = (email: string): string => createHash('sha256').update(email).digest('base64url');

// A person has a few devices, a network a few addresses at work: beyond that they share.
const devicesOfAccount = 6;
const addressesOfPrefix = 4;

interface Wanted {
  why: RefusedBy;
  tally: Tally;
  key: string;
}

export function openThrottle(numbers: ThrottleNumbers, clock: () => number = () => performance.now()): Throttle {
  const tally = (limit: number) => openTally({ limit, windowMs: numbers.windowSeconds * 1000, clock });
  const ofDevice = tally(numbers.tries);
  const ofDevices = tally(numbers.tries * devicesOfAccount);
  const ofStrangers = tally(numbers.triesOfStrangers);
  const ofAddress = tally(numbers.triesPerAddress);
  const ofPrefix = tally(numbers.triesPerAddress * addressesOfPrefix);
  const mails = tally(1);

  function refusal(wanted: readonly Wanted[]): Refusal | null {
    for (const { why, tally: used, key } of wanted) {
      const waitMs = used.waitMs(key);
      if (waitMs > 0) return { pass: false, why, retryAfterSeconds: Math.ceil(waitMs / 1000) };
    }
    return null;
  }

  // Counted before the password is looked at, else tries side by side all see the same free place.
  function admit(wanted: readonly Wanted[], after: (outcome: 'wrong' | 'right') => boolean): Admission {
    const refused = refusal(wanted);
    if (refused) return refused;
    const places = wanted.map(({ tally: used, key }) => used.take(key));
    const all = (outcome: keyof Place) => {
      for (const place of places) place[outcome]();
    };
    const judged = (outcome: 'wrong' | 'right') => () => {
      all(outcome);
      return after(outcome);
    };
    return { pass: true, wrong: judged('wrong'), right: judged('right'), unjudged: () => all('unjudged') };
  }

  const deviceKey = (account: string, device: string) => `${device} ${account}`;

  const wantedByKnown = (account: string, key: string): Wanted[] => [
    { why: 'device', tally: ofDevice, key },
    { why: 'device', tally: ofDevices, key: account },
  ];

  const wantedByStranger = (account: string, address: string): Wanted[] => [
    { why: 'address', tally: ofAddress, key: addressKey(address) },
    { why: 'address', tally: ofPrefix, key: prefixKey(address) },
    { why: 'account', tally: ofStrangers, key: account },
  ];

  // A right password forgives what the same person mistyped on the same device.
  const enterKnown = (account: string, key: string): Admission =>
    admit(wantedByKnown(account, key), (outcome) => {
      if (outcome === 'right') ofDevice.forgive(key);
      return false;
    });

  // Once per window and account. Sent by the try that used the last place up: what is refused afterwards costs nothing,
  // and as long as unknown devices are shut out, a link not much older than a window lies in the owner's mailbox.
  function owesLink(account: string): boolean {
    if (ofStrangers.waitMs(account) === 0 || mails.waitMs(account) > 0) return false;
    mails.take(account).wrong();
    return true;
  }

  const enterStranger = (account: string, address: string): Admission =>
    admit(wantedByStranger(account, address), () => owesLink(account));

  return {
    enter: ({ account, address, knownDevice }) =>
      knownDevice === null ? enterStranger(account, address) : enterKnown(account, deviceKey(account, knownDevice)),
    look: ({ account, address, knownDevice }) =>
      refusal(
        knownDevice === null
          ? wantedByStranger(account, address)
          : wantedByKnown(account, deviceKey(account, knownDevice)),
      ),
    async enterAgain(session, accountOfSession) {
      const refused = refusal([{ why: 'device', tally: ofDevice, key: session }]);
      return refused ?? enterKnown(await accountOfSession(), session);
    },
    forgive: (account, device) => ofDevice.forgive(deviceKey(account, device)),
    size: () => [ofDevice, ofDevices, ofStrangers, ofAddress, ofPrefix, mails].reduce((sum, { size }) => sum + size, 0),
  };
}
