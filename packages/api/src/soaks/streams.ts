import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { ownerRouter } from '../root.ts';
import { ask, openTestServers, type TestServer, type TestServers } from '../testing/server.ts';
import { startTestWorker } from '../testing/worker.ts';
import { addTenant } from './neighbours.ts';
import type { Heard, ListenersOrder } from './stream-listeners.ts';

const STREAMS = 300;
const PER_SESSION = 4;
const CHANGES = 200;
const most = { heardMs: 1_000, stopMs: 10_000, kibibytes: 64 };

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function heapBytes(): number {
  collect();
  return getHeapStatistics().used_heap_size;
}

/** What the listeners say, counted as it comes. */
class Ears {
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

interface Change {
  tenant: string;
  id: string;
  at: number;
}

async function soak(servers: TestServers, changes: number): Promise<{ passed: boolean; line: string }> {
  const settings = { READS_PER_MINUTE: '1000000', CHANGES_PER_MINUTE: '1000000', LOG_LEVEL: 'silent' };
  const sessions = await Promise.all(
    Array.from({ length: STREAMS / PER_SESSION }, (_, number) => addTenant(servers.database, number)),
  );
  const worker = startTestWorker(servers.database, {}, { relayMs: 100 });
  const first = await servers.start('owner', ownerRouter, settings);
  await hearing(first);
  const before = heapBytes();
  const listeners = Array.from(
    { length: STREAMS },
    (_, n) => sessions[n % sessions.length] ?? { cookie: '', tenant: '' },
  );
  const ears = new Ears({ url: first.url, listeners });
  try {
    await ears.until('open', STREAMS, 20_000);
    const { open: opened, refused } = ears.counts;
    const perStream = (heapBytes() - before) / STREAMS / 1024;

    const made: Change[] = [];
    for (let n = 0; n < changes; n++) {
      const { cookie, tenant } = sessions[(n * 7) % sessions.length] ?? { cookie: '', tenant: '' };
      made.push(await change(first.url, cookie, tenant));
    }
    await ears.until('item', changes * PER_SESSION, 5_000);
    const { late, foreign, lost } = judge(ears.heard, made, listeners);

    const stopping = performance.now();
    await first.close({ lingerMs: 200, deadlineMs: 9_800 });
    const stopMs = performance.now() - stopping;
    await ears.until('ended', STREAMS, 2_000);
    const ended = ears.counts.ended;
    // While no process listens: the next one knows that there was something, and says so to each that missed it.
    await servers.database.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
      values (${sessions[0]?.tenant ?? ''}, 'library.updated', 'library', 'unheard')`;
    await pause(300);
    const second = await servers.start('owner', ownerRouter, settings);
    await hearing(second);
    ears.listenAt(second.url);
    await ears.until('resync', STREAMS, 20_000);
    const resumed = ears.counts.resync;

    const passed =
      [opened, ended, resumed].every((count) => count === STREAMS) &&
      foreign === 0 &&
      lost === 0 &&
      late <= most.heardMs &&
      stopMs <= most.stopMs &&
      perStream <= most.kibibytes;
    const line =
      `${opened} of ${STREAMS} streams, ${perStream.toFixed(1)} KiB of heap each; ${changes} changes heard p95 ${late.toFixed(0)} ms, ` +
      `${lost} not heard, ${foreign} heard by another; ${refused} asked again; stopped in ${stopMs.toFixed(0)} ms, ${ended} ended, ${resumed} resumed`;
    return { passed, line };
  } finally {
    await ears.leave();
    await worker.stop();
  }
}

/** Until it knows how far the relay is. */
async function hearing({ app }: TestServer): Promise<void> {
  app.hear();
  while (app.news.mark() === '.0') await pause(5);
}

async function change(url: string, cookie: string, tenant: string): Promise<Change> {
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

function judge(
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
    late: times[Math.ceil(times.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY,
    foreign,
    lost: made.length * PER_SESSION - times.length,
  };
}

/** Three hundred streams on one process: what each costs, who hears what, and that a stop lets all go and come back. */
export async function run({ scale }: { scale: number }): Promise<{ passed: boolean; line: string }> {
  const servers = await openTestServers();
  try {
    return await soak(servers, Math.max(30, Math.round(CHANGES * scale)));
  } finally {
    await servers.close();
  }
}
