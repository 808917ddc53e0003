import { BackOff } from './back-off.ts';
import { parseAddress } from './connection-options.ts';
import { Unavailable, type UnavailableWhy } from './faults.ts';
import { Slot } from './slot.ts';
import { isServerError } from './translate.ts';
import { type Bounds, type Turn, type Waiter, WaitingLines } from './waiting-lines.ts';

interface SlotWaiter extends Waiter {
  give: (slot: Slot) => void;
  refuse: (why: UnavailableWhy) => void;
}

export interface SlotFigures {
  size: number;
  used: number;
  waiting: number;
}

// A wait is ended by its deadline; these bound what a flood keeps in memory. In identity all who are signed in are one
// lane on three slots: forty people who open a page of three reads at one instant, and the last waits a tenth of a second.
const waitingPerSlot = 128;
const waitingPerSlotOfOneLane = 48;
// How long a read may wait for a next one to take its commit along: shorter than anyone waits for a lock.
const commitWithinMs = 2;
const usualLifeMs = 30 * 60_000;

function boundsOf(size: number): Bounds {
  // A lone tenant with 32 callers on two cores: 8 slots 1,180 calls a second, 4 slots 1,100, 3 slots 910. So half cost it
  // little, and for the others it is half as many slow statements that compete with their quick ones.
  const perLane = Math.ceil(size / 2);
  return {
    perLane,
    perKey: Math.max(1, perLane - 1),
    waitingPerLane: size * waitingPerSlotOfOneLane,
    waiting: size * waitingPerSlot,
  };
}

/** Ended by an administrator: the server is there. */
const wasKilled = (cause: unknown) => isServerError(cause) && cause.code === '57P01';

/** A few connections, and those who wait for one. */
export class Slots {
  private readonly idle: Slot[] = [];
  private readonly held = new Map<Slot, Turn>();
  private readonly lines: WaitingLines<SlotWaiter>;
  private readonly backOff = new BackOff();
  private readonly ending = new Set<Promise<void>>();
  private closing = false;
  private drained: (() => void) | null = null;
  private committing: NodeJS.Timeout | null = null;
  private retrying: NodeJS.Timeout | null = null;
  private readonly address;
  private readonly size: number;
  private readonly lifeMs: number;

  constructor(url: string, size: number, lifeMs = usualLifeMs) {
    this.address = parseAddress(url);
    this.size = size;
    this.lifeMs = lifeMs;
    this.lines = new WaitingLines(boundsOf(size));
  }

  /** At once where a slot is free: then the first burst leaves without a pause. */
  take(turn: Turn, deadlineAt: number, signal?: AbortSignal): Slot | Promise<Slot> {
    if (this.closing) return Promise.reject(new Unavailable('closing', 'none'));
    if (signal?.aborted) return Promise.reject(new Unavailable('aborted', 'none'));
    if (this.held.size < this.size && this.lines.start(turn)) {
      const slot = this.nextSlot();
      if (slot) {
        this.held.set(slot, turn);
        return slot;
      }
      this.lines.end(turn);
      if (!this.mayWait()) return Promise.reject(new Unavailable('connection', 'none'));
    }
    return this.queue(turn, deadlineAt, signal);
  }

  giveBack(slot: Slot): void {
    const turn = this.held.get(slot);
    if (!turn) throw new Error('a slot was given back twice');
    this.held.delete(slot);
    this.lines.end(turn);
    if (slot.death) {
      if (!slot.hasWorked) this.backOff.failed(slot.death.why === 'connection' && !wasKilled(slot.death.cause));
    } else if (slot.isOld()) this.retire(slot);
    else this.idle.push(slot);
    this.serve();
    if (slot.awaitsCommit && !this.held.has(slot)) {
      this.committing ??= setTimeout(() => this.commitReads(), commitWithinMs);
    }
    if (this.held.size === 0) this.drained?.();
  }

  figures(): SlotFigures {
    return { size: this.size, used: this.held.size, waiting: this.lines.waiting };
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.retrying) clearTimeout(this.retrying);
    this.retrying = null;
    if (this.held.size === 0) for (const waiter of this.lines.clear()) waiter.refuse('closing');
    if (this.held.size > 0) await new Promise<void>((done) => (this.drained = done));
    for (const slot of this.idle.splice(0)) this.retire(slot);
    await Promise.all(this.ending);
  }

  /** Between two verbs, never under one. */
  private retire(slot: Slot): void {
    const ended = slot.end().finally(() => this.ending.delete(ended));
    this.ending.add(ended);
  }

  private commitReads(): void {
    this.committing = null;
    for (const slot of this.idle) void slot.commitNow();
  }

  private serve(): void {
    while (this.held.size < this.size && this.lines.waiting > 0) {
      const slot = this.nextSlot();
      if (!slot) {
        // Whoever waits while the server is away is told at once.
        if (!this.mayWait()) for (const waiter of this.lines.clear()) waiter.refuse('connection');
        return;
      }
      const waiter = this.nextInTime();
      if (!waiter) {
        this.idle.push(slot);
        return;
      }
      this.held.set(slot, waiter.turn);
      waiter.give(slot);
    }
  }

  private nextInTime(): SlotWaiter | undefined {
    for (let waiter = this.lines.next(); waiter; waiter = this.lines.next()) {
      if (performance.now() < waiter.deadlineAt) return waiter;
      this.lines.end(waiter.turn);
      waiter.refuse('deadline');
    }
    return undefined;
  }

  /** Connections that work come back; without any the next try is near, or else nobody knows when there will be one. */
  private mayWait(): boolean {
    if ([...this.held.keys()].some((slot) => slot.hasWorked && !slot.death)) return true;
    if (this.backOff.isAway) return false;
    this.retrying ??= setTimeout(() => {
      this.retrying = null;
      this.serve();
    }, this.backOff.pauseMs);
    return true;
  }

  private nextSlot(): Slot | undefined {
    for (let slot = this.idle.pop(); slot; slot = this.idle.pop()) if (!slot.death) return slot;
    if (!this.backOff.mayTry()) return undefined;
    const age = this.lifeMs * (0.75 + Math.random() / 4);
    return new Slot(this.address, performance.now() + age, () => this.backOff.worked());
  }

  private queue(turn: Turn, deadlineAt: number, signal: AbortSignal | undefined): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const forget = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const waiter: SlotWaiter = {
        turn,
        deadlineAt,
        give: (slot) => {
          forget();
          resolve(slot);
        },
        refuse: (why) => {
          forget();
          reject(new Unavailable(why, 'none'));
        },
      };
      const leave = (why: UnavailableWhy) => {
        this.lines.leave(waiter);
        waiter.refuse(why);
      };
      const abort = () => leave('aborted');
      const timer = setTimeout(() => leave('deadline'), Math.max(1, deadlineAt - performance.now()));
      signal?.addEventListener('abort', abort);
      this.lines.join(waiter)?.refuse('queue');
    });
  }
}
