import { parseAddress } from './connection-options.ts';
import { Unavailable } from './faults.ts';
import { Slot } from './slot.ts';

interface Waiter {
  give: (slot: Slot) => void;
  refuse: (error: Unavailable) => void;
}

const waitersPerSlot = 64;
// How long a read may wait for a next one to take its commit along: shorter than anyone waits for a lock.
const commitWithinMs = 2;

/** A few connections and a bounded queue for them, served in turn per tenant so that one cannot starve the others. */
export class Slots {
  private readonly idle: Slot[] = [];
  private readonly turns = new Map<string, Waiter[]>();
  private waiting = 0;
  private taken = 0;
  private closing = false;
  private drained: (() => void) | null = null;
  private committing: NodeJS.Timeout | null = null;
  private readonly address;
  private readonly size: number;

  constructor(url: string, size: number) {
    this.address = parseAddress(url);
    this.size = size;
  }

  /** At once where a slot is free: then the first burst leaves without a pause. */
  take(tenant: string, deadlineAt: number): Slot | Promise<Slot> {
    if (this.closing) return Promise.reject(new Unavailable('closing', 'none'));
    if (this.taken < this.size) {
      this.taken++;
      return this.next();
    }
    if (this.waiting >= this.size * waitersPerSlot) return Promise.reject(new Unavailable('queue', 'none'));
    return this.queue(tenant, deadlineAt);
  }

  giveBack(slot: Slot): void {
    const waiter = this.nextWaiter();
    if (!slot.death) this.idle.push(slot);
    if (waiter) {
      waiter.give(this.next());
      return;
    }
    if (slot.awaitsCommit) this.committing ??= setTimeout(() => this.commitReads(), commitWithinMs);
    this.taken--;
    if (this.taken === 0) this.drained?.();
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.taken > 0) await new Promise<void>((done) => (this.drained = done));
    await Promise.all(this.idle.splice(0).map((slot) => slot.end()));
  }

  private commitReads(): void {
    this.committing = null;
    for (const slot of this.idle) void slot.commitNow();
  }

  private next(): Slot {
    for (let slot = this.idle.pop(); slot; slot = this.idle.pop()) if (!slot.death) return slot;
    return new Slot(this.address);
  }

  private queue(tenant: string, deadlineAt: number): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        give: (slot) => {
          clearTimeout(timer);
          resolve(slot);
        },
        refuse: reject,
      };
      const timer = setTimeout(
        () => {
          this.leave(tenant, waiter);
          reject(new Unavailable('deadline', 'none'));
        },
        Math.max(1, deadlineAt - performance.now()),
      );
      const line = this.turns.get(tenant);
      if (line) line.push(waiter);
      else this.turns.set(tenant, [waiter]);
      this.waiting++;
    });
  }

  private leave(tenant: string, waiter: Waiter): void {
    const line = this.turns.get(tenant);
    const place = line?.indexOf(waiter) ?? -1;
    if (!line || place < 0) return;
    line.splice(place, 1);
    this.waiting--;
    if (line.length === 0) this.turns.delete(tenant);
  }

  private nextWaiter(): Waiter | undefined {
    const turn = this.turns.entries().next().value;
    if (!turn) return undefined;
    const [tenant, line] = turn;
    // To the end of the round, behind every other tenant that waits.
    this.turns.delete(tenant);
    const waiter = line.shift();
    if (line.length > 0) this.turns.set(tenant, line);
    this.waiting--;
    return waiter;
  }
}
