import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { demoSignIns } from '../../packages/api/src/demo/sign-ins.ts';
import { rawConnection } from '../../packages/db/src/raw-connection.ts';
import { Ground } from '../../packages/db/src/testing/ground.ts';
import { testStack } from '../stack/test-stack.ts';
import { type Browserless, signIn } from './browserless.ts';

const AWAY_MS = 60_000;
const most = { offMs: 5_000, backMs: 10_000 };

interface Library {
  id: string;
  version: number;
  status: string;
}

/** Milliseconds until it answers so, or patience ends. */
async function until(url: string, isReady: boolean, patienceMs: number): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < patienceMs) {
    const status = await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
      (answer) => answer.status,
      () => 0,
    );
    if ((status === 200) === isReady) return performance.now() - begun;
    await pause(50);
  }
  return Number.POSITIVE_INFINITY;
}

/** PostgreSQL goes under calls, and comes back: who is ready says so, and what was answered is what was done. */
export async function run({ scale }: { scale: number }): Promise<{ passed: boolean; line: string }> {
  const ground = await Ground.open();
  const settings = { CHANGES_PER_MINUTE: '1000000', READS_PER_MINUTE: '1000000', LOG_LEVEL: 'fatal' };
  const { stack, stop } = await testStack(settings, ground.url);
  try {
    await stack.start();
    const { owner, admin, worker } = stack.options.ports;
    const ready = [owner, admin, worker].map((port) => `http://127.0.0.1:${port}/readyz`);
    const browser = await signIn(`http://localhost:${owner}`, demoSignIns.owner[0] ?? { email: '', password: '' });
    const tally = { answered: 0, refused: 0, wrong: [] as string[] };
    let isOver = false;
    const read = async (who: Browserless) => {
      const answer = await who.call('libraries.list', { limit: 1 });
      if (answer.status !== 200) return null;
      return (JSON.parse(answer.text) as { result: { data: { items: Library[] } } }).result.data.items[0] ?? null;
    };
    const working = (async () => {
      while (!isOver) {
        const library = await read(browser).catch(() => null);
        if (library) {
          const { id, version, status } = library;
          const next = status === 'active' ? 'inactive' : 'active';
          const answer = await browser.call('libraries.setStatus', {
            requestKey: randomUUID(),
            id,
            version,
            status: next,
          });
          if (answer.status === 200) tally.answered += 1;
          else tally.refused += 1;
          if (answer.status >= 500 && answer.status !== 503)
            tally.wrong.push(`${answer.status} ${answer.text.slice(0, 100)}`);
        } else tally.refused += 1;
        await pause(25);
      }
    })();
    await pause(2_000);
    const before = tally.answered;
    await ground.stop();
    const off = await Promise.all(ready.map((url) => until(url, false, 20_000)));
    await pause(Math.max(3_000, AWAY_MS * scale));
    await ground.start();
    const back = await Promise.all(ready.map((url) => until(url, true, 30_000)));
    await pause(3_000);
    isOver = true;
    await working;

    const sql = rawConnection(ground.url);
    const [told] = await sql<{ changed: number; jobs: number }[]>`
      select (select count(*)::int from domain_events where name = 'library.status_changed') as changed,
        (select count(*)::int from jobs where state <> 'dead' and due_at < now() - interval '5 seconds') as jobs`;
    await sql.end();
    const changed = told?.changed ?? 0;
    // One answer may have been lost with the server.
    const isTrue = changed >= tally.answered && changed <= tally.answered + 2;
    const slowest = (all: readonly number[]) => Math.max(...all);
    return {
      passed:
        slowest(off) <= most.offMs &&
        slowest(back) <= most.backMs &&
        isTrue &&
        tally.answered > before &&
        tally.wrong.length === 0 &&
        told?.jobs === 0,
      line:
        `not ready after ${(slowest(off) / 1000).toFixed(1)} s, ready ${(slowest(back) / 1000).toFixed(1)} s after it came back; ` +
        `${tally.answered} changes answered, ${changed} done, ${tally.refused} calls refused, ${tally.wrong.length} wrong${tally.wrong[0] ? ` (${tally.wrong[0]})` : ''}, ${told?.jobs} jobs left`,
    };
  } finally {
    await stop();
    await ground.close();
  }
}
