import { type Browser, type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';

// What a browser has fetched and compiled stays with its context: one that is cleaned draws the next journey's pages in
// two thirds of the time of a fresh one.
const idle = new Map<string, BrowserContext[]>();
const taken = new Map<BrowserContext, string>();

/** As a fresh one: it goes back by itself when the journey is over. */
export async function takeContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const key = JSON.stringify(options);
  const context = idle.get(key)?.pop() ?? (await browser.newContext(options));
  taken.set(context, key);
  return context;
}

const origins = [process.env.OWNER_URL, process.env.ADMIN_URL].flatMap((url) => (url ? [new URL(url).origin] : []));

/** Nothing of anybody is left in it: no page, cookie, draft, kept act or cut network. */
async function clean(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await Promise.all(context.pages().map((one) => (one === page ? null : one.close())));
  context.removeAllListeners('request');
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  const browser = await context.newCDPSession(page);
  for (const origin of origins) await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await context.clearCookies();
  await context.clearPermissions();
  await page.close();
}

async function giveBack(): Promise<void> {
  const all = [...taken];
  taken.clear();
  for (const [context, key] of all) {
    await clean(context);
    idle.set(key, [...(idle.get(key) ?? []), context]);
  }
}

export const test = base.extend<{ tidied: undefined }>({
  tidied: [
    async ({ browserName: _ }, use) => {
      await use(undefined);
      await giveBack();
    },
    { auto: true },
  ],
  context: async ({ browser, serviceWorkers, tidied: _ }, use) => {
    // What works without a network keeps the build in caches of its own.
    if (serviceWorkers === 'block') return await use(await takeContext(browser));
    const context = await browser.newContext();
    await use(context);
    await context.close();
  },
});
