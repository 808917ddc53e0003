import type { Socket } from 'node:net';
import postgres from 'postgres';
import type { Parameter } from './ask.ts';
import { type Backend, sendCancel } from './cancel-request.ts';
import { type Address, driverOptions, openSocket } from './connection-options.ts';
import { Unavailable, type UnavailableWhy } from './faults.ts';
import { endsConnection, isServerError } from './translate.ts';

export type Answer = postgres.RowList<postgres.Row[]>;
export type Rows = unknown[][];

// Beyond this many texts a connection keeps no further plans.
const mostPlans = 500;

/** Told of everything sent, so that it can be settled. `failed` gives the error to reject with. */
export interface Follower {
  sent(): void;
  answered(): void;
  failed(error: unknown): unknown;
}

const ignore = () => undefined;
const nobody: Follower = { sent: ignore, answered: ignore, failed: (error) => error };
const transparent = (value: unknown) => value;

const isBackend = (value: unknown): value is Backend =>
  typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number' && 'secret' in value;

function makeClient(address: Address, socket: () => Socket, onclose: () => void, onnotice: (code: string) => void) {
  const options = {
    ...driverOptions(address),
    no_subscribe: true,
    prepare: true,
    connection: { application_name: 'studyspot' },
    onnotice: (notice: postgres.Notice) => onnotice(notice.code ?? ''),
    onclose,
    socket,
  };
  const client = postgres(options);
  // Drizzle, or the reader of the row, turns text into dates and json; twice would spoil it.
  for (const type of [1082, 1114, 1184, 114, 3802]) client.options.parsers[type] = transparent;
  // Parameters are text already; bytes alone need the driver.
  for (const type of Object.keys(client.options.serializers)) {
    if (type !== '17') delete client.options.serializers[Number(type)];
  }
  return client;
}

/**
 * One connection. It opens a single socket in its life: when that closes, the slot is dead, everything in flight
 * is rejected, and it never connects again, so no query can slip into another transaction.
 */
export class Slot {
  private readonly client: postgres.Sql;
  private socket: Socket | null = null;
  private opened = false;
  private readonly texts = new Set<string>();
  private readonly waiting = new Set<(error: unknown) => void>();
  death: Unavailable | null = null;
  /** The server said that no transaction was open where we thought there was one. */
  lostTransaction = false;
  /** A read ended well and only its commit is missing: it rides with the next begin, or follows by itself. */
  awaitsCommit = false;
  /** The server has answered something. */
  hasWorked = false;
  private readonly oldAt: number;
  private readonly onWorked: () => void;

  private readonly address: Address;
  private anyQuery: object | null = null;

  constructor(address: Address, oldAt = Number.POSITIVE_INFINITY, onWorked: () => void = ignore) {
    this.address = address;
    this.oldAt = oldAt;
    this.onWorked = onWorked;
    this.client = makeClient(
      address,
      () => this.open(address),
      () => this.die('connection'),
      (code) => {
        if (code === '25P01') this.lostTransaction = true;
      },
    );
  }

  private open(address: Address): Socket {
    if (this.opened || this.death) throw new Error('this connection is over');
    this.opened = true;
    this.socket = openSocket(address);
    return this.socket;
  }

  /** Marks the slot dead, settles what is in flight and closes the socket. */
  die(why: UnavailableWhy, cause?: unknown): Unavailable {
    if (this.death) return this.death;
    const death = new Unavailable(why, 'none', { cause });
    this.death = death;
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const lost of waiting) lost(death);
    this.socket?.destroy();
    return death;
  }

  /** Runs `listener` when the slot dies; the function given back forgets it. */
  onDeath(listener: (error: unknown) => void): () => void {
    this.waiting.add(listener);
    return () => this.waiting.delete(listener);
  }

  /** Our own words: begin, claim, savepoint, commit, rollback. Without parameters the driver sends a simple message. */
  command(text: string, follower: Follower): Promise<Answer> {
    return this.follow(follower, () => this.remembered(this.client.unsafe(text)));
  }

  /**
   * In one message with the commit of the read before. Should that commit fail, its transaction is aborted, and of what
   * stands behind it nothing is done: neither the old claim nor none lets a statement through.
   */
  begin(text: string, follower: Follower): Promise<Answer> {
    const words = this.awaitsCommit ? `commit; ${text}` : text;
    this.awaitsCommit = false;
    return this.command(words, follower);
  }

  async commitNow(): Promise<void> {
    if (!this.awaitsCommit || this.death) return;
    this.awaitsCommit = false;
    const answer = await this.command('commit', nobody).catch(ignore);
    if (answer?.command !== 'COMMIT' || this.lostTransaction) this.die('connection');
  }

  rows(text: string, parameters: Parameter[], follower: Follower): Promise<Rows> {
    return this.follow(follower, () => this.query(text, parameters).values());
  }

  objects(text: string, parameters: Parameter[], follower: Follower): Promise<Answer> {
    return this.follow(follower, () => this.query(text, parameters));
  }

  private query(text: string, parameters: Parameter[]) {
    let prepare = this.texts.has(text);
    if (!prepare && this.texts.size < mostPlans) {
      this.texts.add(text);
      prepare = true;
    }
    // Without `simple: false` a query without parameters would take many statements.
    const options = { prepare, simple: false };
    return this.remembered(this.client.unsafe(text, parameters, options));
  }

  /** The driver tells what a cancel needs at each query alone. */
  private remembered<T extends object>(query: T): T {
    this.anyQuery ??= query;
    return query;
  }

  /**
   * Stops what runs. The slot may go on only when this and what was stopped have both ended: a cancel that came later
   * would hit the next verb. Where it does not come through the slot is given up.
   */
  async cancel(): Promise<void> {
    const backend: unknown = this.anyQuery && Reflect.get(this.anyQuery, 'state');
    try {
      if (!isBackend(backend)) throw new Error('nothing runs that could be cancelled');
      await sendCancel(this.address, backend);
    } catch (error) {
      this.die('connection', error);
    }
  }

  private follow<T>(follower: Follower, send: () => PromiseLike<T>): Promise<T> {
    if (this.death) return Promise.reject(this.death);
    // Whatever comes next on this connection, it never runs under the claim of the read before.
    if (this.awaitsCommit) void this.commitNow();
    follower.sent();
    const followed = new Promise<T>((resolve, reject) => {
      const lost = (error: unknown) => reject(follower.failed(error));
      this.waiting.add(lost);
      send().then(
        (answer) => {
          // Already rejected by the death of the slot.
          if (!this.waiting.delete(lost)) return;
          if (!this.hasWorked) this.worked();
          follower.answered();
          resolve(answer);
        },
        (error: unknown) => {
          if (!this.waiting.delete(lost)) return;
          if (!isServerError(error)) lost(this.die('connection', error));
          else {
            if (endsConnection(error)) this.die('connection', error);
            else if (!this.hasWorked) this.worked();
            lost(error);
          }
        },
      );
    });
    // Whoever follows remembers the failure: a verb that does not await must not end the process.
    followed.catch(ignore);
    return followed;
  }

  private worked(): void {
    this.hasWorked = true;
    this.onWorked();
  }

  /** Plans, caches and the memory of the server's process do not grow for ever. */
  isOld(): boolean {
    return performance.now() >= this.oldAt;
  }

  async end(): Promise<void> {
    if (this.death) return;
    await this.client.end({ timeout: 1 }).catch(() => undefined);
    this.die('closing');
  }
}
