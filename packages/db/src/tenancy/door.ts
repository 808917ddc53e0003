import { AppFault } from './faults.ts';
import { toParameters } from './parameters.ts';
import type { Answer, Follower, Rows } from './slot.ts';
import { requireQuery } from './statement-text.ts';
import type { Transaction } from './transaction.ts';

/** The only way from a verb to its transaction. It shuts when the verb ends, and while another claim is lent. */
export class Door implements Follower {
  readonly transaction: Transaction;
  /** A comment behind each text: a statement with another text has a plan of its own. */
  private readonly mark: string;
  private state: 'open' | 'lent' | 'shut' = 'open';
  private loose = 0;

  constructor(transaction: Transaction, mark = '') {
    this.transaction = transaction;
    this.mark = mark;
  }

  rows(text: string, values: readonly unknown[]): Promise<Rows> {
    this.require(text);
    return this.transaction.slot.rows(text + this.mark, toParameters(values), this);
  }

  objects(text: string, values: readonly unknown[]): Promise<Answer> {
    this.require(text);
    return this.transaction.slot.objects(text + this.mark, toParameters(values), this);
  }

  requireOpen(): void {
    if (this.state === 'shut') throw new AppFault('closed', 'the handle was used after its verb had ended');
    if (this.state === 'lent') throw new AppFault('closed', 'the handle was used while it acted for a tenant');
  }

  lend(): void {
    this.requireOpen();
    this.state = 'lent';
  }

  takeBack(): void {
    if (this.state === 'lent') this.state = 'open';
  }

  /** True when the verb left something unanswered behind. */
  shut(): boolean {
    this.state = 'shut';
    return this.loose > 0;
  }

  sent(): void {
    this.loose++;
    this.transaction.sent();
  }

  answered(): void {
    this.loose--;
    this.transaction.answered();
  }

  failed(error: unknown): unknown {
    this.loose--;
    return this.transaction.failed(error);
  }

  private require(text: string): void {
    this.requireOpen();
    requireQuery(text);
  }
}
