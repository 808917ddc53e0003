import { Change, VerbChangeHandle } from './change-handle.ts';
import { beginWithClaim } from './claim.ts';
import { Door } from './door.ts';
import { AppFault } from './faults.ts';
import { enter, gateParameters, type Passed } from './gate.ts';
import { VerbHandle } from './handle.ts';
import { Interruption } from './interruption.ts';
import type { ChangeScope, Entered, Entry, ReadScope, Told } from './scope.ts';
import { Slot } from './slot.ts';
import type { Slots } from './slots.ts';
import { Transaction } from './transaction.ts';
import { underAlarm } from './transaction-alarm.ts';

type Mode = 'read' | 'change';
type Outcome<T> = { result: T } | { error: unknown };

export interface Limits {
  deadlineMs: number;
  /** Aborted when the caller has gone: a read ends then, a change goes on. */
  signal?: AbortSignal | undefined;
}

/** Whose claim, in whose turn, and through which gate. */
export interface Way<P> {
  claim: string;
  key: string;
  enter: (transaction: Transaction) => Promise<P>;
}

interface Ended<T, P> {
  result: T;
  passed: P;
  told: readonly Told[];
}

interface Started<T> {
  result: Promise<T>;
  /** Asked when the verb has ended well: throws when its change may not be committed. */
  check?: () => void;
  told?: () => readonly Told[];
  /** Sent with the commit, in one message: where it fails nothing is committed. */
  ending?: () => void;
}

const ignore = () => undefined;
const toldNothing = (): readonly Told[] => [];

/** The verb against the death of its connection and its own interruption: it cannot hang its caller. */
async function outcomeOf<T>(slot: Slot, work: Promise<T>, interruption: Interruption): Promise<Outcome<T>> {
  let forget: () => void = ignore;
  const death = new Promise<never>((_, reject) => {
    forget = slot.onDeath(reject);
  });
  try {
    return { result: await Promise.race([work, death, interruption.raised]) };
  } catch (error) {
    return { error };
  } finally {
    forget();
    interruption.verbIsOver();
  }
}

/** Only behind the gate: a cancel that hits the first message would leave what follows without a transaction. */
async function stopRest(transaction: Transaction, gate: Promise<unknown>): Promise<void> {
  await gate.catch(ignore);
  if (transaction.settled()) await transaction.slot.cancel();
}

async function conclude<T, P>(
  transaction: Transaction,
  mode: Mode,
  outcome: Outcome<T>,
  gate: Promise<P>,
  { check = ignore, told = toldNothing, ending = ignore }: Started<T>,
): Promise<Ended<T, P>> {
  const { slot } = transaction;
  let ended: Ended<T, P>;
  try {
    const passed = await gate.catch((error: unknown) => {
      throw transaction.failure ?? error;
    });
    if (slot.death) throw transaction.failure ?? slot.death;
    if ('error' in outcome) throw transaction.toTell(outcome.error);
    check();
    ended = { result: outcome.result, passed, told: told() };
    ending();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  await (mode === 'read' ? transaction.finishRead() : transaction.commit(mode));
  return ended;
}

export async function runVerb<T, P>(
  slots: Slots,
  way: Way<P>,
  { deadlineMs, signal }: Limits,
  mode: Mode,
  start: (door: Door, gate: Promise<P>, transaction: Transaction) => Started<T>,
): Promise<Ended<T, P>> {
  const begin = beginWithClaim(way.claim, mode);
  const deadlineAt = performance.now() + deadlineMs;
  const taken = slots.take({ lane: way.claim, key: way.key }, deadlineAt, signal);
  // No await where a slot is free.
  const slot = taken instanceof Slot ? taken : await taken;
  const interruption = new Interruption(slot, deadlineAt, signal);
  const transaction = new Transaction(slot);
  const door = new Door(transaction);
  const alarm = { open: true };
  try {
    void transaction.begin(begin);
    const gate = way.enter(transaction);
    gate.catch(ignore);
    const started = underAlarm(alarm, () => start(door, gate, transaction));
    const outcome = await outcomeOf(slot, started.result, interruption);
    const leftOpen = door.shut();
    if (interruption.fault) await stopRest(transaction, gate);
    await transaction.settled();
    try {
      return await conclude(transaction, mode, outcome, gate, started);
    } finally {
      if ((leftOpen && !interruption.fault) || transaction.stale) slot.die('connection');
    }
  } finally {
    alarm.open = false;
    door.shut();
    interruption.forget();
    slots.giveBack(slot);
  }
}

/** Malformed parameters cost no round trip. */
function wayOf(entry: Entry): Way<Passed> {
  const parameters = gateParameters(entry);
  return { claim: entry.tenant, key: entry.session, enter: (transaction) => enter(transaction, parameters) };
}

const enteredOf = <T>({ result, told, passed: { actor, confirm } }: Ended<T, Passed>): Entered<T> => ({
  result,
  told,
  actor,
  confirm,
});

export async function runRead<T>(
  slots: Slots,
  entry: Entry,
  limits: Limits,
  verb: (scope: ReadScope) => Promise<T>,
): Promise<Entered<T>> {
  const ended = await runVerb(slots, wayOf(entry), limits, 'read', (door, gate) => {
    const scope: ReadScope = { db: new VerbHandle(door), actor: async () => (await gate).actor };
    // The verb's first query leaves now, behind the gate's: a refusal aborts the transaction it stands in.
    return { result: (async () => verb(scope))() };
  });
  return enteredOf(ended);
}

export async function runChange<T>(
  slots: Slots,
  entry: Entry,
  { deadlineMs }: Omit<Limits, 'signal'>,
  verb: (scope: ChangeScope) => Promise<T>,
): Promise<Entered<T>> {
  const ended = await runVerb(slots, wayOf(entry), { deadlineMs }, 'change', (door, gate, transaction) => {
    let change: Change | undefined;
    const work = async () => {
      const { actor } = await gate;
      change = new Change(transaction, entry, actor);
      return verb({ db: new VerbChangeHandle(door, change), actor });
    };
    const check = () => {
      if (!entry.silent && !change?.told.length) throw new AppFault('unrecorded', 'a change recorded no event');
    };
    return { result: work(), check, told: () => change?.told ?? [] };
  });
  return enteredOf(ended);
}
