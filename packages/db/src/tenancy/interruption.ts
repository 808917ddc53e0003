import { Unavailable, type UnavailableWhy } from './faults.ts';
import type { Slot } from './slot.ts';

/** How long what was stopped may take to end; then its connection is cut. */
export const graceMs = 1000;

/** What ends a verb before its time: its deadline, or for a read the going of its caller. */
export class Interruption {
  /** Why the verb was interrupted, if it was. */
  fault: Unavailable | null = null;
  /** Rejects when the verb is interrupted. */
  readonly raised: Promise<never>;
  private raise: (fault: Unavailable) => void = () => undefined;
  private timer: NodeJS.Timeout;
  private isVerbOver = false;
  private readonly slot: Slot;
  private readonly signal: AbortSignal | undefined;

  constructor(slot: Slot, deadlineAt: number, signal: AbortSignal | undefined) {
    this.slot = slot;
    this.signal = signal;
    this.raised = new Promise((_, reject) => {
      this.raise = reject;
    });
    this.raised.catch(() => undefined);
    this.timer = setTimeout(() => this.interrupt('deadline'), Math.max(1, deadlineAt - performance.now()));
    signal?.addEventListener('abort', this.callerGone);
  }

  /** From now on only the connection can be late: a commit under way is not stopped, its caller would not know. */
  verbIsOver(): void {
    this.isVerbOver = true;
  }

  forget(): void {
    clearTimeout(this.timer);
    this.signal?.removeEventListener('abort', this.callerGone);
  }

  private readonly callerGone = () => {
    if (!this.isVerbOver) this.interrupt('aborted');
  };

  private interrupt(why: UnavailableWhy): void {
    if (this.fault) return;
    if (this.isVerbOver) {
      this.slot.die('deadline');
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.slot.die('deadline'), graceMs);
    this.fault = new Unavailable(why, 'none');
    this.raise(this.fault);
  }
}
