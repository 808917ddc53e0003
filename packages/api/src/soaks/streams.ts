import { setTimeout as pause } from 'node:timers/promises';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ownerRouter } from '../root.ts';
import { openTestServers, type TestServer, type TestServers } from '../testing/server.ts';
import { startTestWorker } from '../testing/worker.ts';
import { type Change, change, Ears, judge, PER_SESSION } from './ears.ts';
import { addTenant } from './neighbours.ts';

const STREAMS = 300;
const CHANGES = 200;
const most = { heardMs: 1_000, stopMs: 10_000, kibibytes: 64 };

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function heapBytes(): number {
  collect();
  return getHeapStatistics().used_heap_size;
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
    const { times, foreign, lost } = judge(ears.heard, made, listeners);
    const late = times[Math.ceil(times.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;

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

/** Three hundred streams on one process: what each costs, who hears what, and that a stop lets all go and come back. */
export async function run({ scale }: { scale: number }): Promise<{ passed: boolean; line: string }> {
  const servers = await openTestServers();
  try {
    return await soak(servers, Math.max(30, Math.round(CHANGES * scale)));
  } finally {
    await servers.close();
  }
}
