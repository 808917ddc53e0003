/** A try that was let in and whose outcome is not known yet: it counts as wrong until it says otherwise. */
export interface Place {
  wrong(): void;
  right(): void;
  /** The password was never looked at, for want of the database or of time: the try does not count. */
  unjudged(): void;
}

export interface Tally {
  /** Milliseconds until one more try of this key fits, 0 when it fits now. */
  waitMs(key: string): number;
  take(key: string): Place;
  /** What this key got wrong is forgotten. */
  forgive(key: string): void;
  readonly size: number;
}

export interface TallyRule {
  /** Wrong tries within a window. */
  limit: number;
  windowMs: number;
  clock: () => number;
  mostKeys?: number;
}

interface Entry {
  /** Tries under way. */
  held: number;
  spent: Array<{ at: number; cost: number }>;
}

// A right one costs as well, or who knows one password could have the workers compare it all day long.
const wrongCost = 12;
const rightCost = 1;
const heldWaitMs = 1_000;

/**
 * What each key has used of its tries, to the letter. Nothing is ever evicted: a counter that protects one person must
 * not go because another one sends much. It need not: only tries whose password was compared leave an entry, each for
 * one window, and two workers compare some eight a second, 7,200 in a quarter of an hour. Were there ever more keys
 * than memory has room for, new ones would be refused and the old ones stand.
 */
export function openTally({ limit, windowMs, clock, mostKeys = 100_000 }: TallyRule): Tally {
  const entries = new Map<string, Entry>();
  // What is over holds a few right ones, so that they take no wrong one away.
  const most = limit * wrongCost + wrongCost - 1;

  const live = (entry: Entry) => entry.spent.filter(({ at }) => at > clock() - windowMs);

  // The map's order is that of the last outcome, so what has run out stands in front.
  function sweep(): void {
    for (const [key, entry] of entries) {
      const last = entry.spent.at(-1)?.at ?? 0;
      if (entry.held > 0 || last > clock() - windowMs) return;
      entries.delete(key);
    }
  }

  function keep(key: string, entry: Entry): void {
    entries.delete(key);
    if (entry.held > 0 || entry.spent.length > 0) entries.set(key, entry);
  }

  function settle(key: string, cost: number): void {
    const entry = entries.get(key);
    if (!entry) return;
    const spent = cost > 0 ? [...live(entry), { at: clock(), cost }] : live(entry);
    keep(key, { held: entry.held - 1, spent });
  }

  return {
    waitMs(key) {
      const entry = entries.get(key);
      if (!entry) {
        sweep();
        return entries.size < mostKeys ? 0 : heldWaitMs;
      }
      const spent = live(entry);
      let used = entry.held * wrongCost + spent.reduce((sum, { cost }) => sum + cost, 0);
      if (used + wrongCost <= most) return 0;
      for (const { at, cost } of spent) {
        used -= cost;
        if (used + wrongCost <= most) return Math.max(1, at + windowMs - clock());
      }
      return heldWaitMs;
    },
    take(key) {
      const entry = entries.get(key) ?? { held: 0, spent: [] };
      keep(key, { held: entry.held + 1, spent: live(entry) });
      let open = true;
      const once = (cost: number) => () => {
        if (open) settle(key, cost);
        open = false;
      };
      return { wrong: once(wrongCost), right: once(rightCost), unjudged: once(0) };
    },
    forgive(key) {
      const entry = entries.get(key);
      if (entry) keep(key, { held: entry.held, spent: live(entry).filter(({ cost }) => cost !== wrongCost) });
    },
    get size() {
      return entries.size;
    },
  };
}
