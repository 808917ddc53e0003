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

/** Who may wait, in two lanes. A place is taken before anything else is asked. */
export class PasswordLine {
  private readonly lanes: Record<Asker['lane'], number> = { known: 0, strangers: 0 };
  private readonly shares = new Map<string, number>();
  private readonly most: number;

  /** `most` places in each lane. */
  constructor(most: number) {
    this.most = most;
  }

  isFull({ lane, shares }: Asker): boolean {
    if (this.lanes[lane] >= this.most) return true;
    return shares.some(({ key, most }) => (this.shares.get(key) ?? 0) >= most);
  }

  /** Holds a place while `work` goes on, or throws at once: what is refused has cost nothing. */
  async hold<R>(asker: Asker, work: () => Promise<R>): Promise<R> {
    if (this.isFull(asker)) throw busy();
    this.count(asker, 1);
    try {
      return await work();
    } finally {
      this.count(asker, -1);
    }
  }

  private count({ lane, shares }: Asker, change: 1 | -1): void {
    this.lanes[lane] += change;
    for (const { key } of shares) {
      const now = (this.shares.get(key) ?? 0) + change;
      if (now === 0) this.shares.delete(key);
      else this.shares.set(key, now);
    }
  }
}
