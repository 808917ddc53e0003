import { Worker } from 'node:worker_threads';
import { busy } from './password-line.ts';
import type { PasswordAnswer, PasswordTask, PasswordWorkerData } from './password-worker.ts';

export type NewTask = { kind: 'hash'; input: string; cost: number } | { kind: 'compare'; input: string; hash: string };

export interface Hands {
  /** First come, first served; refused when the deadline passes before the answer. */
  ask(task: NewTask): Promise<string | boolean>;
  close(): Promise<void>;
}

interface HandsOptions extends PasswordWorkerData {
  size: number;
  deadlineMs: number;
}

interface Waiting {
  task: PasswordTask;
  resolve: (value: string | boolean) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

interface Hand {
  worker: Worker;
  busy: Waiting | null;
}

/** Worker threads of one lane, hired when they are first needed. */
export function openHands({ size, deadlineMs, stepsBack }: HandsOptions): Hands {
  const waiting: Waiting[] = [];
  const hands = new Set<Hand>();
  let counter = 0;
  let closed = false;

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
    const workerData: PasswordWorkerData = { stepsBack };
    const worker = new Worker(workerFile(), { name: 'passwords', workerData });
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
    if (closed || waiting.length === 0) return;
    const free = [...hands].find((hand) => hand.busy === null) ?? (hands.size < size ? hire() : null);
    const first = free && waiting.shift();
    if (!free || !first) return;
    free.busy = first;
    free.worker.postMessage(first.task);
  }

  return {
    ask(task) {
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
          const at = waiting.indexOf(entry);
          if (at >= 0) waiting.splice(at, 1);
          reject(busy());
        }
        waiting.push(entry);
        next();
      });
    },
    async close() {
      closed = true;
      for (const entry of waiting.splice(0)) {
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
