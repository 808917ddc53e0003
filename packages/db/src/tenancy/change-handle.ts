import { entityKind } from 'drizzle-orm';
import { moveClaim } from './claim.ts';
import { Door } from './door.ts';
import { AppFault } from './faults.ts';
import { VerbHandle } from './handle.ts';
import { recordParameters, recordText } from './recorder.ts';
import type { ChangeHandle, Doer, Entry, Told, TrailEvent } from './scope.ts';
import type { Transaction } from './transaction.ts';

// The plan of a text that was made under the platform's claim reads every tenant's rows, also when it is used again
// under a tenant's.
const forOneTenant = ' /* for one tenant */';

/** Where a change begins. */
type ChangeEntry = Pick<Entry, 'tenant' | 'requestId'> & { login: Entry['login'] | 'system' };

/** What all handles of one change share. */
export class Change {
  readonly transaction: Transaction;
  readonly entry: ChangeEntry;
  readonly actor: Doer;
  told: Told[] = [];
  isAway = false;
  savepoints = 0;

  constructor(transaction: Transaction, entry: ChangeEntry, actor: Doer) {
    this.transaction = transaction;
    this.entry = entry;
    this.actor = actor;
  }
}

export class VerbChangeHandle extends VerbHandle implements ChangeHandle {
  static override readonly [entityKind]: string = 'VerbChangeHandle';
  private readonly change: Change;

  constructor(door: Door, change: Change) {
    super(door);
    this.change = change;
  }

  record(event: TrailEvent): void {
    this.door.requireOpen();
    const { transaction, actor, entry, told } = this.change;
    const one: Told = { event: '' };
    told.push(one);
    // A failure is remembered by the transaction and thrown at the commit.
    transaction.rows(recordText, recordParameters(event, actor, entry.requestId)).then(
      ([row]) => {
        one.event = String(row?.[0]);
      },
      () => undefined,
    );
  }

  async lock(key: string): Promise<void> {
    await this.door.rows('select wall.lock($1)', [key]);
  }

  async tryLock(key: string): Promise<boolean> {
    const [row] = await this.door.rows('select wall.try_lock($1)', [key]);
    return row?.[0] === true;
  }

  async savepoint<T>(run: () => Promise<T>): Promise<T> {
    this.door.requireOpen();
    const { change } = this;
    const { transaction } = change;
    const name = `s${++change.savepoints}`;
    const before = { failure: transaction.failure, told: change.told.length };
    await transaction.command(`savepoint ${name}`);
    try {
      const result = await run();
      await transaction.settled();
      if (transaction.failure !== before.failure) throw transaction.failure;
      this.door.requireOpen();
      await transaction.command(`release savepoint ${name}`);
      return result;
    } catch (error) {
      await transaction.settled();
      if (transaction.slot.death) throw error;
      this.door.requireOpen();
      await transaction.command(`rollback to savepoint ${name}; release savepoint ${name}`);
      transaction.failure = before.failure;
      change.told.length = before.told;
      throw error;
    }
  }

  async asTenant<T>(tenant: string, run: (db: ChangeHandle) => Promise<T>): Promise<T> {
    const { change } = this;
    const { transaction, entry } = change;
    if (entry.login !== 'platform') throw new AppFault('login', 'only the platform acts for a tenant');
    if (change.isAway) throw new AppFault('login', 'one tenant at a time');
    const there = moveClaim(tenant);
    const back = moveClaim(entry.tenant);
    this.door.lend();
    change.isAway = true;
    const inner = new Door(transaction, forOneTenant);
    try {
      await transaction.command(there);
      return await run(new VerbChangeHandle(inner, change));
    } finally {
      inner.shut();
      // What the driver may send again must not run under the claim that comes next.
      await transaction.settled();
      if (!transaction.slot.death) await transaction.command(back).catch(() => undefined);
      change.isAway = false;
      this.door.takeBack();
    }
  }
}
