import type { Browser, Page } from '@playwright/test';
import { rawConnection } from '../packages/db/src/raw-connection.ts';
import { people, signIn } from '../packages/portal/e2e/journey.ts';
import { testStack } from '../scripts/stack/test-stack.ts';
import { launchBrowser } from '../scripts/test/browser.ts';

// Patchy 4G.
const slowNet = { offline: false, latency: 100, downloadThroughput: (9e6 / 8) | 0, uploadThroughput: (3e6 / 8) | 0 };
const slowerCpu = 4;

/** An owner who is signed in, on a small screen, a slow processor and a slow network. */
export async function openPhone(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 360, height: 800 }, locale: 'en-IN' });
  const page = await context.newPage();
  await signIn(page, people.owner);
  await page.goto('/');
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', slowNet);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
  return page;
}

/** The owner portal with a list of fifty, and a browser. */
export async function onCheapPhone<Result>(run: (browser: Browser, url: string) => Promise<Result>): Promise<Result> {
  const { stack, stop } = await testStack({ CHANGES_PER_MINUTE: '100000', READS_PER_MINUTE: '100000' });
  try {
    await stack.start();
    const sql = rawConnection(stack.database().url);
    await sql`
      insert into libraries select (jsonb_populate_record(null::libraries, to_jsonb(l) ||
          jsonb_build_object('id', gen_random_uuid(), 'name', l.name || ' ' || n, 'code', 'T-' || n))).*
        from libraries l, generate_series(1, 47) n where l.name = 'Gyan Library, Gopalpura'`;
    await sql.end();
    const browser = await launchBrowser();
    const result = await run(browser, `http://localhost:${stack.options.ports.owner}`);
    await browser.close();
    return result;
  } finally {
    await stop();
  }
}
