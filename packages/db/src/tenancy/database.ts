import { type Identity, identityOn } from '../identity.ts';
import { logins } from '../logins.ts';
import type { Ask } from './ask.ts';
import { type Asker, askOn } from './auth-slots.ts';
import { AppFault } from './faults.ts';
import { codeLevel, requireLevel } from './level.ts';
import { requireClosedDoors } from './open-doors.ts';
import { runChange, runRead } from './run-verb.ts';
import type { ChangeScope, Entered, Entry, ReadScope, Told } from './scope.ts';
import { type SlotFigures, Slots } from './slots.ts';

export interface DatabaseOptions {
  urls: { auth: string; tenant?: string; platform?: string };
  slots?: { auth?: number; tenant?: number; platform?: number };
  /** For a whole verb, waiting for a slot included. */
  deadlineMs?: number;
  /** After this a connection is replaced, between two verbs. */
  lifeMs?: number;
  /** Whose request is served now; nobody's for what the process asks by itself. */
  askedFor?: () => Asker | undefined;
  /** Open doors of the server that the operator knows of: not ready with any other. */
  acceptedDoors?: readonly string[];
  /** Hears of every event that was committed here. */
  committed?: (told: readonly Told[]) => void;
  /** Hears how long each took, waiting for a slot included, and how it failed. */
  asked?: Asked;
}

export type Asked = (type: string, seconds: number, error: unknown) => void;

export interface Database {
  /**
   * The verb starts at once: its first query rides behind begin, claim and gate. The transaction is read only. With
   * `signal` it ends when its caller has gone.
   */
  read<T>(entry: Entry, verb: (scope: ReadScope) => Promise<T>, signal?: AbortSignal): Promise<Entered<T>>;
  /** The gate answers first; a commit without an event is refused unless the entry is silent. */
  change<T>(entry: Entry, verb: (scope: ChangeScope) => Promise<T>): Promise<Entered<T>>;
  identity: Identity;
  /** Of each login that this process holds. */
  figures(): Readonly<Record<string, SlotFigures>>;
  /** Throws when the database is away, at a level that does not fit this code, or with doors open. */
  ready(): Promise<void>;
  /** Waits for the verbs that run, refuses new ones. */
  close(): Promise<void>;
}

export function openDatabase(options: DatabaseOptions): Database {
  const {
    urls,
    slots = {},
    deadlineMs = 10_000,
    lifeMs,
    askedFor = () => undefined,
    acceptedDoors = [],
    committed,
    asked = () => undefined,
  } = options;
  const timed = async <T>(type: string, work: Promise<T>): Promise<T> => {
    const started = performance.now();
    try {
      const result = await work;
      asked(type, (performance.now() - started) / 1000, null);
      return result;
    } catch (error) {
      asked(type, (performance.now() - started) / 1000, error);
      throw error;
    }
  };
  const auth = new Slots(urls.auth, slots.auth ?? 3, lifeMs);
  const members = {
    tenant: urls.tenant === undefined ? null : new Slots(urls.tenant, slots.tenant ?? 8, lifeMs),
    platform: urls.platform === undefined ? null : new Slots(urls.platform, slots.platform ?? 6, lifeMs),
  };
  const slotsOf = ({ login }: Entry): Slots => {
    const found = members[login];
    if (!found) throw new AppFault('login', `this process does not hold the login ${login}`);
    return found;
  };
  const askAuth = askOn(auth, deadlineMs, askedFor);
  const ask: Ask = (text, parameters, session) => timed('identity', askAuth(text, parameters, session));
  const level = codeLevel();
  const held = [logins.auth, ...(urls.tenant ? [logins.tenant] : []), ...(urls.platform ? [logins.platform] : [])];
  const identity = identityOn(ask);
  return {
    read: async (entry, verb, signal) => timed('read', runRead(slotsOf(entry), entry, { deadlineMs, signal }, verb)),
    change: async (entry, verb) => {
      const entered = await timed('change', runChange(slotsOf(entry), entry, { deadlineMs }, verb));
      if (entered.told.length > 0) committed?.(entered.told);
      return entered;
    },
    identity,
    figures: () => ({
      auth: auth.figures(),
      ...(members.tenant && { tenant: members.tenant.figures() }),
      ...(members.platform && { platform: members.platform.figures() }),
    }),
    ready: async () => {
      await requireLevel(ask, identity, level);
      await requireClosedDoors(ask, held, acceptedDoors);
    },
    close: async () => {
      await Promise.all([auth, members.tenant, members.platform].map((pool) => pool?.close()));
    },
  };
}
