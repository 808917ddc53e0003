import type { Parameter } from './ask.ts';
import { Unavailable } from './faults.ts';
import type { Answer, Follower, Rows, Slot } from './slot.ts';
import { isServerError, translate } from './translate.ts';

const abortedBefore = '25P02';

/** What was sent for one verb on one slot: the first failure, and how much is still unanswered. */
export class Transaction implements Follower {
  readonly slot: Slot;
  /** The first failure that no savepoint took back. */
  failure: unknown = null;
  private unanswered = 0;
  private settling: (() => void) | null = null;

  constructor(slot: Slot) {
    this.slot = slot;
  }

  command(text: string): Promise<Answer> {
    return this.slot.command(text, this);
  }

  rows(text: string, parameters: Parameter[]): Promise<Rows> {
    return this.slot.rows(text, parameters, this);
  }

  sent(): void {
    this.unanswered++;
  }

  answered(): void {
    this.unanswered--;
    if (this.unanswered === 0) this.settling?.();
  }

  failed(error: unknown): unknown {
    // What fails because something failed before is told by that.
    const follows = isServerError(error) && error.code === abortedBefore && this.failure !== null;
    const known = follows ? this.failure : translate(error);
    this.failure ??= known;
    this.answered();
    return known;
  }

  /** The driver may send a statement again after its failure: only an answer to everything ends that. */
  settled(): Promise<void> | undefined {
    if (this.unanswered === 0) return undefined;
    return new Promise((done) => {
      this.settling = () => {
        this.settling = null;
        done();
      };
    });
  }

  /** An answer other than COMMIT means that a failure was swallowed: it is thrown now. */
  async commit(mode: 'read' | 'change'): Promise<void> {
    const { slot } = this;
    let answer: Answer;
    try {
      answer = await this.command('commit');
    } catch (error) {
      if (!slot.death) throw error;
      throw new Unavailable(slot.death.why, mode === 'change' ? 'unknown' : 'none', { cause: error });
    }
    if (slot.lostTransaction) slot.die('connection');
    if (answer.command !== 'COMMIT' || slot.lostTransaction) {
      throw this.failure ?? new Unavailable('connection', 'none');
    }
  }

  /** The slot may go on only if ROLLBACK was answered. */
  async rollback(): Promise<void> {
    const { slot } = this;
    if (slot.death) return;
    try {
      const answer = await this.command('rollback');
      if (answer.command !== 'ROLLBACK' || slot.lostTransaction) slot.die('connection');
    } catch (error) {
      slot.die('connection', error);
    }
  }
}
