import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, expect } from '@playwright/test';
import { demoSignIns } from '../../packages/api/src/demo/sign-ins.ts';
import { rawConnection } from '../../packages/db/src/raw-connection.ts';
import { Ground } from '../../packages/db/src/testing/ground.ts';
import { people, signIn as signInPage } from '../../packages/portal/e2e/journey.ts';
import { testStack } from '../stack/test-stack.ts';
import { launchBrowser } from '../test/browser.ts';
import { type Browserless, signIn } from './browserless.ts';

const AWAY_MS = 60_000;
const most = { offMs: 5_000, backMs: 10_000 };
const LAPSED_MS = 90_000;
// The page asks every five seconds, and waits for an answer no longer than a call may take.
const SEEN_MS = 20_000;

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

/** What was done, once the jobs are: one that was running when the server went is taken up when its lease has lapsed. */
async function toldBy(url: string, since: Date): Promise<{ changed: number; jobs: number }> {
  const sql = rawConnection(url);
  try {
    for (const begun = performance.now(); ; await pause(500)) {
      const [told = { changed: 0, jobs: 1 }] = await sql<{ changed: number; jobs: number }[]>`
        select (select count(*)::int from domain_events
            where name = 'library.status_changed' and occurred_at >= ${since}) as changed,
          (select count(*)::int from jobs where state <> 'dead' and due_at < now() - interval '5 seconds') as jobs`;
      if (told.jobs === 0 || performance.now() - begun > LAPSED_MS) return told;
    }
  } finally {
    await sql.end();
  }
}

/** The health page as somebody has it open: red and green by itself, in words. */
async function openHealth(browser: Browser, url: string) {
  const page = await browser.newPage({ baseURL: url, viewport: { width: 360, height: 800 } });
  await signInPage(page, people.admin);
  await page.goto('/health');
  const silent = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
  const well = page.getByText('All is well');
  await expect(well).toBeVisible({ timeout: SEEN_MS });
  const seen = async (isWell: boolean) => {
    const begun = performance.now();
    await expect(silent).toHaveCount(isWell ? 0 : 1, { timeout: SEEN_MS });
    if (isWell) await expect(well).toBeVisible({ timeout: SEEN_MS });
    return performance.now() - begun;
  };
  return { red: () => seen(false), green: () => seen(true) };
}

/** PostgreSQL goes under calls, and comes back: who is ready says so, and what was answered is what was done. */
export async function run({ scale }: { scale: number }): Promise<{ passed: boolean; line: string }> {
  const ground = await Ground.open();
  const settings = { CHANGES_PER_MINUTE: '1000000', READS_PER_MINUTE: '1000000', LOG_LEVEL: 'fatal' };
  const { stack, stop } = await testStack(settings, ground.url);
  const browser = await launchBrowser();
  try {
    await stack.start();
    const { owner, admin, worker } = stack.options.ports;
    const ready = [owner, admin, worker].map((port) => `http://127.0.0.1:${port}/readyz`);
    const caller = await signIn(`http://localhost:${owner}`, demoSignIns.owner[0] ?? { email: '', password: '' });
    const tally = { answered: 0, refused: 0, wrong: [] as string[] };
    // The demo has a past of its own.
    const begunAt = new Date();
    let isOver = false;
    const read = async (who: Browserless) => {
      const answer = await who.call('libraries.list', { limit: 1 });
      if (answer.status !== 200) return null;
      return (JSON.parse(answer.text) as { result: { data: { items: Library[] } } }).result.data.items[0] ?? null;
    };
    const working = (async () => {
      while (!isOver) {
        const library = await read(caller).catch(() => null);
        if (library) {
          const { id, version, status } = library;
          const next = status === 'active' ? 'inactive' : 'active';
          const answer = await caller.call('libraries.setStatus', {
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
    const health = await openHealth(browser, `http://localhost:${admin}`);
    const before = tally.answered;
    await ground.stop();
    const [red, off] = await Promise.all([health.red(), Promise.all(ready.map((url) => until(url, false, 20_000)))]);
    await pause(Math.max(3_000, AWAY_MS * scale));
    await ground.start();
    const [green, back] = await Promise.all([
      health.green(),
      Promise.all(ready.map((url) => until(url, true, 30_000))),
    ]);
    await pause(3_000);
    isOver = true;
    await working;

    const told = await toldBy(ground.url, begunAt);
    const changed = told.changed;
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
        told.jobs === 0,
      line:
        `not ready after ${(slowest(off) / 1000).toFixed(1)} s, ready ${(slowest(back) / 1000).toFixed(1)} s after it came back; ` +
        `the health page red after ${(red / 1000).toFixed(1)} s, green after ${(green / 1000).toFixed(1)} s; ` +
        `${tally.answered} changes answered, ${changed} done, ${tally.refused} calls refused, ${tally.wrong.length} wrong${tally.wrong[0] ? ` (${tally.wrong[0]})` : ''}, ${told.jobs} jobs left`,
    };
  } finally {
    await browser.close();
    await stop();
    await ground.close();
  }
}
