import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ask } from '../testing/server.ts';
import type { Heard, ListenersOrder } from './stream-listeners.ts';

/** As many as a session may have. */
export const PER_SESSION = 4;

/** What the listeners say, counted as it comes. */
export class Ears {
  readonly #worker: Worker;
  readonly heard: Array<Heard & { what: 'item' }> = [];
  readonly counts = { open: 0, ended: 0, refused: 0, resync: 0, item: 0 };

  constructor(order: ListenersOrder) {
    this.#worker = new Worker(new URL('stream-listeners.ts', import.meta.url), { workerData: order });
    this.#worker.on('message', (message: Heard) => {
      this.counts[message.what] += 1;
      if (message.what === 'item') this.heard.push(message);
    });
  }

  /** Until so many have said it, or patience ends. */
  async until(what: Heard['what'], wanted: number, patienceMs: number): Promise<number> {
    const begun = performance.now();
    while (this.counts[what] < wanted && performance.now() - begun < patienceMs) await pause(5);
    return performance.now() - begun;
  }

  listenAt(url: string): void {
    Object.assign(this.counts, { open: 0, ended: 0, refused: 0, resync: 0, item: 0 });
    this.#worker.postMessage(url);
  }

  async leave(): Promise<void> {
    this.#worker.postMessage('leave');
    await this.#worker.terminate();
  }
}

export interface Change {
  tenant: string;
  id: string;
  at: number;
}

/** The first of a tenant's libraries, closed or opened as a page does it; `at` is when that was asked. */
export async function change(url: string, cookie: string, tenant: string): Promise<Change> {
  const { data } = await ask({ url }, cookie, 'libraries.list', { limit: 1 });
  const { items } = data as { items: Array<{ id: string; version: number; status: string }> };
  const [{ id, version, status } = { id: '', version: 0, status: '' }] = items;
  const at = Date.now();
  await ask({ url }, cookie, 'libraries.setStatus', {
    requestKey: randomUUID(),
    id,
    version,
    status: status === 'active' ? 'inactive' : 'active',
  });
  return { tenant, id, at };
}

/** How long each took to be heard, in order. */
export function judge(
  heard: readonly (Heard & { what: 'item' })[],
  made: readonly Change[],
  listeners: ListenersOrder['listeners'],
) {
  const times: number[] = [];
  let foreign = 0;
  for (const { listener, id, at } of heard) {
    const ofTheirs = made.filter((one) => one.id === id && one.tenant === listeners[listener]?.tenant && one.at <= at);
    const latest = ofTheirs.at(-1);
    if (latest) times.push(at - latest.at);
    else foreign += 1;
  }
  times.sort((a, b) => a - b);
  return {
    times,
    foreign,
    lost: made.length * PER_SESSION - times.length,
  };
}
