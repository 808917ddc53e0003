import { createHmac, randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Passwords } from '../services.ts';
import { type Asker, busy, PasswordLine } from './password-line.ts';
import type { PasswordAnswer, PasswordTask } from './password-worker.ts';

export interface OpenPasswords extends Passwords {
  close(): Promise<void>;
}

export interface PasswordOptions {
  key: string;
  cost: number;
  workers?: number;
  /** Places in line, for the known and for strangers each. */
  places?: number;
  deadlineMs?: number;
}

interface Waiting {
  task: PasswordTask;
  resolve: (value: string | boolean) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}
type NewTask = { kind: 'hash'; input: string; cost: number } | { kind: 'compare'; input: string; hash: string };

interface Hand {
  worker: Worker;
  busy: Waiting | null;
}

export function openPasswords(options: PasswordOptions): OpenPasswords {
  const { key, cost, deadlineMs = 8_000 } = options;
  const size = options.workers ?? Math.min(2, Math.max(1, availableParallelism() - 1));
  // No more than are served before their deadline, at a quarter of a second each.
  const places = options.places ?? 24 * size;
  const line = new PasswordLine<Waiting>(places);
  const hands = new Set<Hand>();
  let counter = 0;
  let closed = false;
  let dummy: Promise<string> | null = null;

  // bcrypt cuts at 72 bytes in silence: the HMAC makes 44 letters of any length, and needs a key the database lacks.
  const keyed = (password: string) => createHmac('sha256', key).update(password.normalize('NFC')).digest('base64');

  function settle(hand: Hand, answer: PasswordAnswer): void {
    const done = hand.busy;
    hand.busy = null;
    if (done) {
      clearTimeout(done.timer);
      if ('value' in answer) done.resolve(answer.value);
      else done.reject(new Error(`password worker: ${answer.failed}`));
    }
    next();
  }

  function hire(): Hand {
    const worker = new Worker(workerFile(), { name: 'passwords' });
    const hand: Hand = { worker, busy: null };
    worker.unref();
    worker.on('message', (answer: PasswordAnswer) => settle(hand, answer));
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      hands.delete(hand);
      if (!closed) settle(hand, { number: 0, failed: 'worker ended' });
    });
    hands.add(hand);
    return hand;
  }

  function next(): void {
    const isFree = [...hands].some((hand) => hand.busy === null) || hands.size < size;
    const first = !closed && isFree ? line.next() : undefined;
    if (!first) return;
    const free = [...hands].find((hand) => hand.busy === null) ?? hire();
    free.busy = first;
    free.worker.postMessage(first.task);
  }

  function ask(lane: Asker['lane'], task: NewTask): Promise<string | boolean> {
    if (closed) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      counter += 1;
      const entry: Waiting = {
        task: { number: counter, ...task },
        resolve,
        reject,
        timer: setTimeout(late, deadlineMs),
      };
      function late(): void {
        line.remove(lane, entry);
        reject(busy());
      }
      line.push(lane, entry);
      next();
    });
  }

  const hashOf = (input: string) => ask('known', { kind: 'hash', input, cost }).then(String);
  async function dummyHash(): Promise<string> {
    dummy ??= hashOf(randomBytes(32).toString('base64')).catch((error: unknown) => {
      dummy = null;
      throw error;
    });
    return dummy;
  }
  // Made at once, so that the first unknown mail does not answer later than the others.
  void dummyHash().catch(() => undefined);

  return {
    isFull: (asker) => line.isFull(asker),
    hash: (password, asker) => line.hold(asker, () => hashOf(keyed(password))),
    matches: (password, find, asker) =>
      line.hold(asker, async () => {
        const hash = await find();
        const task = { kind: 'compare', input: keyed(password), hash: hash ?? (await dummyHash()) } as const;
        return (await ask(asker.lane, task)) === true && hash !== null;
      }),
    async close() {
      closed = true;
      for (const entry of line.clear()) {
        clearTimeout(entry.timer);
        entry.reject(busy());
      }
      await Promise.all([...hands].map((hand) => hand.worker.terminate()));
    },
  };
}

// Not `new Worker(new URL(…))`: a bundler would take that as an entry of its own. Only the server opens passwords.
function workerFile(): URL {
  const here = import.meta.url;
  return new URL('./password-worker.ts', here);
}
