import { AppError } from '../errors/app-error.ts';
import { addressKey, prefixKey } from '../http/peer.ts';

/** Who waits for a password to be compared or hashed, and what they share their places with. */
export interface Asker {
  lane: 'known' | 'strangers';
  shares: ReadonlyArray<{ key: string; most: number }>;
}

/** Somebody with a device that signed in before, a session or a mailed link: one account, or one link. */
export const known = (key: string): Asker => ({ lane: 'known', shares: [{ key: `known ${key}`, most: 3 }] });

/** Somebody of whom only the address is known. */
export const stranger = (address: string): Asker => ({
  lane: 'strangers',
  shares: [
    { key: `address ${addressKey(address)}`, most: 5 },
    { key: `prefix ${prefixKey(address)}`, most: 10 },
  ],
});

// The line is full or the wait was too long: "try again".
export const busy = () => new AppError('unavailable', { details: { reason: 'passwords' } });

interface Lane<T> {
  places: number;
  waiting: T[];
}

// Strangers get every fourth turn while the known wait, or enough of the known could keep every new device out.
const knownInARow = 3;

/** Two lanes, so that no flood of strangers keeps the known waiting. A place is taken before anything else is asked. */
export class PasswordLine<T> {
  private readonly lanes: Record<Asker['lane'], Lane<T>> = {
    known: { places: 0, waiting: [] },
    strangers: { places: 0, waiting: [] },
  };
  private readonly shares = new Map<string, number>();
  private row = 0;
  private readonly most: number;

  /** `most` places in each lane. */
  constructor(most: number) {
    this.most = most;
  }

  isFull({ lane, shares }: Asker): boolean {
    if (this.lanes[lane].places >= this.most) return true;
    return shares.some(({ key, most }) => (this.shares.get(key) ?? 0) >= most);
  }

  /** Holds a place while `work` goes on, or throws at once: what is refused has cost nothing. */
  async hold<R>(asker: Asker, work: () => Promise<R>): Promise<R> {
    if (this.isFull(asker)) throw busy();
    const { lane, shares } = asker;
    this.count(lane, shares, 1);
    try {
      return await work();
    } finally {
      this.count(lane, shares, -1);
    }
  }

  push(lane: Asker['lane'], item: T): void {
    this.lanes[lane].waiting.push(item);
  }

  remove(lane: Asker['lane'], item: T): void {
    const { waiting } = this.lanes[lane];
    const at = waiting.indexOf(item);
    if (at >= 0) waiting.splice(at, 1);
  }

  next(): T | undefined {
    const { known: first, strangers } = this.lanes;
    const isStrangersTurn = first.waiting.length === 0 || (this.row >= knownInARow && strangers.waiting.length > 0);
    this.row = isStrangersTurn ? 0 : this.row + 1;
    return (isStrangersTurn ? strangers : first).waiting.shift();
  }

  clear(): T[] {
    return Object.values(this.lanes).flatMap(({ waiting }) => waiting.splice(0));
  }

  private count(lane: Asker['lane'], shares: Asker['shares'], change: 1 | -1): void {
    this.lanes[lane].places += change;
    for (const { key } of shares) {
      const now = (this.shares.get(key) ?? 0) + change;
      if (now === 0) this.shares.delete(key);
      else this.shares.set(key, now);
    }
  }
}
