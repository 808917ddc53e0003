import type { Parameter } from './ask.ts';
import { AppFault, Unavailable } from './faults.ts';
import type { Answer, Follower, Rows, Slot } from './slot.ts';
import { isServerError, isStalePlan, translate } from './translate.ts';

const abortedBefore = '25P02';

/** What was sent for one verb on one slot: the first failure, and how much is still unanswered. */
export class Transaction implements Follower {
  readonly slot: Slot;
  /** The first failure that no savepoint took back. */
  failure: unknown = null;
  /** A plan was outdated by a migration: the others of this connection may be too. */
  stale = false;
  private isOver = false;
  private aftermath: Unavailable | null = null;
  private unanswered = 0;
  private settling: (() => void)[] = [];

  constructor(slot: Slot) {
    this.slot = slot;
  }

  begin(text: string): Promise<Answer> {
    return this.slot.begin(text, this);
  }

  command(text: string): Promise<Answer> {
    this.requireGoing();
    return this.slot.command(text, this);
  }

  rows(text: string, parameters: Parameter[]): Promise<Rows> {
    this.requireGoing();
    return this.slot.rows(text, parameters, this);
  }

  /** A verb that was interrupted may still be on its way: what it says now would reach the next one's transaction. */
  private requireGoing(): void {
    if (this.isOver) throw new AppFault('closed', 'the transaction is over');
  }

  private end(word: 'commit' | 'rollback'): Promise<Answer> {
    this.isOver = true;
    return this.slot.command(word, this);
  }

  sent(): void {
    this.unanswered++;
  }

  answered(): void {
    this.unanswered--;
    if (this.unanswered === 0) for (const done of this.settling.splice(0)) done();
  }

  failed(error: unknown): unknown {
    const known = this.known(error);
    if (known !== this.aftermath) this.failure ??= known;
    this.answered();
    return known;
  }

  private known(error: unknown): unknown {
    if (isStalePlan(error)) this.stale = true;
    if (!isServerError(error) || error.code !== abortedBefore) return translate(error);
    if (this.failure !== null) return this.failure;
    // Its cause is still on the way: the driver sends the statement that failed once more.
    this.aftermath ??= new Unavailable('busy', 'none', { cause: error });
    return this.aftermath;
  }

  /** What the caller is told: an aftermath is told by its cause. */
  toTell(error: unknown): unknown {
    return error === this.aftermath ? (this.failure ?? error) : error;
  }

  /** The driver may send a statement again after its failure: only an answer to everything ends that. */
  settled(): Promise<void> | undefined {
    if (this.unanswered === 0) return undefined;
    return new Promise((done) => {
      this.settling.push(done);
    });
  }

  /** A read has nothing to commit: where all went well its caller need not wait for it, nor the next for its answer. */
  finishRead(): Promise<void> | undefined {
    const { slot } = this;
    const isClean = this.failure === null && this.aftermath === null && !slot.lostTransaction;
    if (!isClean) return this.commit('read');
    this.isOver = true;
    slot.awaitsCommit = true;
    return undefined;
  }

  /** An answer other than COMMIT means that a failure was swallowed: it is thrown now. */
  async commit(mode: 'read' | 'change'): Promise<void> {
    const { slot } = this;
    let answer: Answer;
    try {
      answer = await this.end('commit');
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
    this.isOver = true;
    if (slot.death) return;
    try {
      const answer = await this.end('rollback');
      if (answer.command !== 'ROLLBACK' || slot.lostTransaction) slot.die('connection');
    } catch (error) {
      slot.die('connection', error);
    }
  }
}
