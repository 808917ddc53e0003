import { type Browser, expect, type Locator, type Page, type Request } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { people, signIn, urls, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

// In one file, one after another: what one of them changes, another would hear of.

interface Asked {
  pages: string[];
  drawn: string[];
  data: string[];
}

const QUIET_MS = 300;

/** What the page asks for until it is quiet: whole pages, parts drawn by the server, data. */
function listen(page: Page): () => Promise<Asked> {
  let asked: Asked = { pages: [], drawn: [], data: [] };
  let lastAt = Date.now();
  page.on('request', (request: Request) => {
    lastAt = Date.now();
    const { pathname, search } = new URL(request.url());
    if (request.resourceType() === 'document') asked.pages.push(pathname + search);
    else if (request.headers().rsc !== undefined) asked.drawn.push(pathname + search);
    else if (pathname.startsWith('/api/trpc/')) asked.data.push(pathname.slice('/api/trpc/'.length));
  });
  return async () => {
    lastAt = Date.now();
    while (Date.now() - lastAt < QUIET_MS) await page.waitForTimeout(QUIET_MS / 3);
    const before = asked;
    asked = { pages: [], drawn: [], data: [] };
    return before;
  };
}

/** As a finger does: no pointer rests on the link before. */
const tap = (link: Locator) => link.dispatchEvent('click');

test('a step asks for one thing, and for nothing twice', async ({ page }) => {
  const complaints = watch(page);
  await signIn(page, people.vidya);
  await page.goto('/');
  const asked = listen(page);
  await asked();
  const step = async (name: string, act: () => Promise<void>, most: { drawn: number; data: number }) => {
    await act();
    const { pages, drawn, data } = await asked();
    expect(pages, `${name}: whole pages`).toEqual([]);
    expect(drawn.length, `${name}: drawn ${drawn.join(' ')}`).toBeLessThanOrEqual(most.drawn);
    expect(data.length, `${name}: data ${data.join(' ')}`).toBeLessThanOrEqual(most.data);
  };

  await step(
    'open the list',
    async () => {
      await tap(page.getByRole('navigation').getByRole('link', { name: 'Libraries' }).last());
      await expect(page.getByRole('row')).toHaveCount(3);
    },
    { drawn: 1, data: 0 },
  );
  await step(
    'filter',
    async () => {
      await page.getByLabel('Status', { exact: true }).selectOption('active');
      await expect(page).toHaveURL(/status=active/);
      await expect(page.getByRole('link', { name: 'Clear filter' })).toBeVisible();
    },
    { drawn: 0, data: 1 },
  );
  await step(
    'clear',
    async () => {
      await page.getByRole('link', { name: 'Clear filter' }).click();
      await expect(page.getByRole('row')).toHaveCount(3);
      await expect(page.getByLabel('Status', { exact: true })).toHaveValue('');
    },
    // The same list with its usual order named is another address, and was read before.
    { drawn: 0, data: 0 },
  );
  await step(
    'open a record',
    async () => {
      await tap(page.getByRole('link', { name: /Dharampeth/ }));
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Dharampeth');
    },
    { drawn: 1, data: 0 },
  );
  await step(
    'change it',
    async () => {
      await page.getByRole('link', { name: 'Edit' }).click();
      const seats = page.getByLabel('Number of seats');
      await seats.fill(String(40 + (Date.now() % 50)));
      await page.getByRole('button', { name: 'Save changes' }).click();
      await expect(page.getByText('is saved')).toBeVisible();
    },
    // The change itself: its answer is the record.
    { drawn: 0, data: 1 },
  );
  await step(
    'back',
    async () => {
      await page.goBack();
      await expect(page.getByRole('row')).toHaveCount(3);
    },
    // The list was touched by the change.
    { drawn: 0, data: 1 },
  );
  await step(
    'the profile and home',
    async () => {
      await tap(page.getByRole('link', { name: /go to the home page/ }));
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Namaste');
      await page.getByRole('button', { name: /Menu of/ }).click();
      await tap(page.getByRole('link', { name: 'Profile and security' }));
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Profile');
      await expect(page.getByRole('button', { name: 'Sign out' }).last()).toBeVisible();
    },
    { drawn: 2, data: 1 },
  );
  expect(complaints).toEqual([]);
});

test('a page meant by the pointer is there at the click', async ({ page }) => {
  await signIn(page, people.owner);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const asked = listen(page);
  await asked();
  const link = page.getByRole('navigation').getByRole('link', { name: 'Staff' }).first();
  await link.hover();
  await page.waitForTimeout(400);
  expect((await asked()).drawn).not.toEqual([]);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  expect(await asked()).toEqual({ pages: [], drawn: [], data: [] });
});

test('after a switch in another tab no page shows one library under the name of the other', async ({
  page,
  context,
}) => {
  await signIn(page, people.ofTwo);
  const choose = async (tab: Page, name: RegExp) => {
    await tab.goto('/choose');
    await tab.getByRole('button', { name }).click();
    await tab.waitForURL((url) => url.pathname === '/');
  };
  await choose(page, /Vidya Reading Rooms/);
  await page.getByRole('navigation').getByRole('link', { name: 'Libraries' }).last().click();
  await page.locator('tbody a').first().click();
  await expect(page.getByLabel('Change status')).toBeVisible();
  const second = await context.newPage();
  await choose(second, /Gyan Library/);

  for (const name of ['Staff', 'Today', 'Students', 'Libraries']) {
    await page.getByRole('navigation').getByRole('link', { name }).last().click();
    // A page visited a moment ago may still be the one of before, whole; whatever is new belongs to the other.
    const stopped = page.getByRole('heading', { name: 'You switched to Gyan Library in another tab' });
    await expect(stopped.or(page.getByRole('heading', { level: 1 })).first()).toBeVisible();
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).not.toContain('Malviya Nagar');
    await expect(page.locator('header').first()).toContainText('Vidya Reading Rooms');
  }
  await page.goBack();
  await expect(page.locator('header').first()).toContainText('Vidya Reading Rooms');
  expect(await page.locator('body').textContent()).not.toContain('Malviya Nagar');

  await page.getByRole('navigation').getByRole('link', { name: 'Staff' }).last().click();
  await page.getByRole('button', { name: 'Go to Gyan Library' }).click();
  await expect(page.locator('header').first()).toContainText('Gyan Library');
});

async function open(browser: Browser, person: { email: string; password: string }, path: string): Promise<Page> {
  const page = await (await visitor(browser, 'owner')).newPage();
  await signIn(page, person);
  await page.goto(`${urls.owner}${path}`);
  return page;
}

const statusOf = (page: Page, name: RegExp) => page.getByRole('row', { name });

test("another person's change is seen without a reload, and nothing of it elsewhere", async ({ browser }) => {
  const [one, other, stranger] = await Promise.all([
    open(browser, people.owner, '/libraries'),
    open(browser, people.owner, '/libraries'),
    open(browser, people.vidya, '/libraries'),
  ]);
  // Whatever else happens to their business meanwhile: of libraries nothing does.
  let asked = 0;
  stranger.on('request', (request) => {
    if (/\/api\/trpc\/[^?]*libraries\./.test(request.url())) asked += 1;
  });
  // Each has its stream by now.
  await one.waitForTimeout(500);
  await one.getByRole('link', { name: /Malviya Nagar/ }).click();
  const status = one.getByLabel('Change status');
  // How soon is measured by the soak of the streams, where nothing else takes the processor.
  for (const [value, word] of [
    ['inactive', 'Closed'],
    ['active', 'Open'],
    ['under_maintenance', 'Under maintenance'],
    ['active', 'Open'],
  ] as const) {
    await status.selectOption(value);
    await expect(statusOf(other, /Malviya Nagar/)).toContainText(word);
  }
  expect(asked).toBe(0);
});

test('a page meant before a change shows what was changed', async ({ browser }) => {
  const [one, other] = await Promise.all([open(browser, people.owner, '/'), open(browser, people.owner, '/libraries')]);
  await one.setViewportSize({ width: 1280, height: 800 });
  await one.waitForTimeout(500);
  const link = one.getByRole('navigation').getByRole('link', { name: 'Libraries' }).first();
  await link.hover();
  await one.waitForTimeout(500);
  await other.getByRole('link', { name: /Vaishali Nagar/ }).click();
  await other.getByLabel('Change status').selectOption('inactive');
  await expect(other.getByText('is now: Closed')).toBeVisible();
  await one.waitForTimeout(200);
  await link.click();
  await expect(statusOf(one, /Vaishali Nagar/)).toContainText('Closed');
  await other.getByLabel('Change status').selectOption('active');
  await expect(statusOf(one, /Vaishali Nagar/)).toContainText('Open');
});

test('tabs share one stream; when the one that listens closes, another goes on', async ({ browser }) => {
  const context = await visitor(browser, 'owner');
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/events')) streams.push(request.url());
  });
  const first = await context.newPage();
  await signIn(first, people.owner);
  await first.goto('/libraries');
  await expect.poll(() => streams.length).toBeGreaterThan(0);
  const before = streams.length;
  const second = await context.newPage();
  await second.goto('/libraries');
  await second.waitForTimeout(400);
  expect(streams.length - before).toBe(0);
  const other = await open(browser, people.owner, '/libraries');
  await other.getByRole('link', { name: /Malviya Nagar/ }).click();
  await other.getByLabel('Change status').selectOption('under_maintenance');
  await expect(statusOf(second, /Malviya Nagar/)).toContainText('Under maintenance');
  await first.close();
  await other.getByLabel('Change status').selectOption('active');
  await expect(statusOf(second, /Malviya Nagar/)).toContainText('Open');
});

test('a tab leaves when another of its browser signs out', async ({ browser }) => {
  const context = await visitor(browser, 'owner');
  const [first, second] = [await context.newPage(), await context.newPage()];
  await signIn(first, people.owner);
  await second.goto('/libraries');
  await second.waitForTimeout(400);
  await first.goto('/profile');
  await first.locator('main').getByRole('button', { name: 'Sign out' }).click();
  await first.waitForURL(/signin/);
  await second.waitForURL(/signin/, { timeout: 15_000 });
});

test('without a network what was seen stays, an unseen page waits, and all goes on when it is back', async ({
  page,
}) => {
  await signIn(page, people.vidya);
  await page.goto('/');
  const nav = (name: string) => page.getByRole('navigation').getByRole('link', { name }).last();
  await tap(nav('Libraries'));
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.context().setOffline(true);
  const bar = page.getByRole('status').filter({ hasText: 'No network. What you see is from' });
  await expect(bar).toBeVisible();
  await tap(nav('Today'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Namaste');
  await tap(nav('Libraries'));
  await expect(page.getByRole('row')).toHaveCount(3);
  await tap(nav('Students'));
  await expect(page.getByText('opens by itself')).toBeVisible();
  await tap(nav('Staff'));
  await expect(page.getByRole('status').filter({ hasText: 'opens by itself' })).toBeVisible();
  await expect(page.getByText('opens by itself')).toHaveCount(1);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(bar).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  await expect(bar).toHaveCount(0);
});
