import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { linkOf, panelOf, titleOf, wide } from '../../../packages/portal/e2e/beside.ts';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { hearsKeys, people, signIn, urls, visitor } from '../../../packages/portal/e2e/journey.ts';
import { addLibrary, asha, name as ofAsha, openBusiness } from './shanti.ts';

test.beforeAll(({ browser }) => openBusiness(browser));

test('says what is filtered, and clears one at a time', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries?q=nagar&status=active');
  const chip = (text: string) => page.getByRole('link', { name: `Clear filter ${text}` });
  await expect(page.getByRole('link', { name: 'Clear 2 filters' })).toBeVisible();
  await chip('“nagar”').click();
  await expect(page).toHaveURL(/\/libraries\?status=active/);
  await expect(page.getByLabel('Name, code, city or phone')).toHaveValue('');
  await expect(page.getByRole('link', { name: 'Clear 2 filters' })).toHaveCount(0);
  await chip('Status: Open').click();
  await expect(chip('')).toHaveCount(0);
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('');
});

test('keeps the head of a list in sight, and scrolls in its own box where it cannot fit', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 260 });
  await signIn(page, people.owner);
  await page.goto('/libraries');
  const head = page.getByRole('columnheader', { name: 'Name' });
  await page.getByRole('row').last().scrollIntoViewIfNeeded();
  await expect.poll(async () => (await head.boundingBox())?.y).toBe(56);

  await page.locator('table').evaluate((table) => {
    table.style.minWidth = '2000px';
  });
  const box = page.locator('.table-box[data-wide]');
  await box.evaluate((element) => element.scrollTo({ left: 400 }));
  const left = (await box.boundingBox())?.x;
  expect((await page.getByRole('cell', { name: 'Gyan Library, Malviya Nagar', exact: true }).boundingBox())?.x).toBe(
    left,
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});

/** What is in the file that an act gives. */
async function fileOf(page: Page, act: () => Promise<void>): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text.slice(1).trimEnd().split('\r\n');
}

const menuOf = (page: Page) => page.getByRole('button', { name: 'List', exact: true });

test('shows the columns one wants, exports what it shows, and keeps it as a view', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, people.vidya);
  await page.goto('/libraries?status=active');
  await menuOf(page).click();
  await page.getByLabel('Code', { exact: true }).uncheck();
  await expect(page.getByRole('columnheader', { name: 'Code' })).toHaveCount(0);
  await page.getByLabel('More room').check();
  await expect(page).toHaveURL(/status=active.*columns=name\.city\.phone\.seats\.status&rows=roomy/);
  const rows = await page.locator('tbody tr').count();
  const lines = await fileOf(page, () => page.getByRole('button', { name: 'Export as a file' }).click());
  expect(lines[0]).toBe('"Name","City","Phone","Seats","Status"');
  expect(lines).toHaveLength(rows + 1);
  expect(lines.slice(1).every((line) => line.endsWith('"Open"'))).toBe(true);
  await expect(page.getByText(`${rows} rows are in the file.`)).toBeVisible();

  await menuOf(page).click();
  await page.getByRole('button', { name: 'Keep as a view' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name of the view')).toBeFocused();
  await dialog.getByLabel('Name of the view').fill('Open ones');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('link', { name: 'Open ones' })).toHaveAttribute('aria-current', 'page');
  await views.getByRole('link', { name: 'All' }).click();
  await expect(page.getByRole('columnheader', { name: 'Code' })).toBeVisible();
  await page.reload();
  await views.getByRole('link', { name: 'Open ones' }).click();
  await expect(page.getByRole('columnheader', { name: 'Code' })).toHaveCount(0);
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('active');
  await menuOf(page).click();
  await page.getByRole('button', { name: 'Remove the view Open ones' }).click();
  await expect(views).toHaveCount(0);
});

test('says that no more views fit, and what to do', async ({ page }) => {
  await signIn(page, people.manager);
  await page.goto('/libraries?status=active');
  const keep = (count: number, version: number) =>
    page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        await fetch('/api/trpc/views.keep', { method: 'POST', headers, body: JSON.stringify(body) });
      },
      {
        ...{ list: 'libraries', version },
        saved: Array.from({ length: count }, (_, n) => ({ name: `View ${n}`, query: `q=${n}` })),
      },
    );
  await keep(12, 0);
  await page.reload();
  await menuOf(page).click();
  await page.getByRole('button', { name: 'Keep as a view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the view').fill('Open ones');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog.getByText('You keep 12 views of this list, and no more fit.')).toBeVisible();
  await dialog.getByLabel('Name of the view').fill('View 3');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog).toHaveCount(0);
  await keep(0, 2);
});

test('rows are chosen by mouse and keyboard, over pages, and changed at once, with a way back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, asha);
  await addLibrary(page, 'Shanti Study Hall, Talwandi', 'SSH-2');
  await page.goto('/libraries');
  const row = (index: number) => page.locator('tbody tr').nth(index);
  const before = await page.locator('tbody [data-area=status]').allTextContents();
  await hearsKeys(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('region', { name: 'Chosen rows' });
  await expect(bar.getByText('1 chosen')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('x');
  await expect(bar.getByText('1 chosen')).toBeVisible();
  await row(1)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar.getByText('2 chosen')).toBeVisible();
  const lines = await fileOf(page, () => bar.getByRole('button', { name: 'Export' }).click());
  expect(lines).toHaveLength(3);
  await bar.getByLabel('Change status').selectOption('Under maintenance');
  await expect(row(0).getByText('Under maintenance')).toBeVisible();
  await expect(row(1).getByText('Under maintenance')).toBeVisible();
  await expect(bar).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.locator('tbody [data-area=status]').allTextContents()).toEqual(before);
});

test('rows that have the status already have it, and there is nothing to undo', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, people.vidya);
  await page.goto('/libraries?q=sadashiv');
  await page.locator('tbody').getByRole('checkbox').first().check({ force: true });
  const bar = page.getByRole('region', { name: 'Chosen rows' });
  const status = (await page.locator('tbody [data-area=status]').first().textContent()) ?? '';
  await bar.getByLabel('Change status').selectOption(status);
  await expect(page.getByText(`One is now: ${status}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

/** A list of a thousand and more rows, as the server might answer. */
async function longList(page: Page, { pauseMs = 0 } = {}): Promise<void> {
  const ids = () => Array.from({ length: 100 }, () => randomUUID());
  const first = ids();
  let known: { name: string }[] = [];
  await page.route(/libraries\.list/, async (route) => {
    const names = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? [];
    const inputs = route.request().postDataJSON();
    const isAlone = names.length === 1 && known.length > 0;
    const answers = isAlone ? [{}] : await (await route.fetch()).json();
    for (const [n, name] of names.entries()) {
      if (name !== 'libraries.list') continue;
      if (known.length === 0) known = answers[n].result.data.items;
      const page = { limit: 100, total: null, hasNext: true, hasPrev: false, nextCursor: 'more', prevCursor: null };
      // Read again, the page holds the same rows; what comes behind it is new.
      const items = (inputs[n].cursor ? ids() : first).map((id, at) => ({ ...known[at % known.length], id }));
      answers[n] = { result: { data: { ...page, items } } };
    }
    await new Promise((done) => setTimeout(done, pauseMs));
    await route.fulfill({ json: answers });
  });
  await page.goto('/libraries?q=nowhere');
  await page.getByLabel('Name, code, city or phone').fill('nagar');
  await expect(page.locator('tbody tr')).toHaveCount(100);
}

test('whoever is done choosing stays done, though rows are still on their way', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, people.owner);
  await longList(page, { pauseMs: 100 });
  await page.locator('tbody').getByRole('checkbox').first().check({ force: true });
  const bar = page.getByRole('region', { name: 'Chosen rows' });
  let answers = 0;
  page.on('response', (answer) => {
    if (answer.url().includes('libraries.list')) answers += 1;
  });
  await bar.getByRole('button', { name: 'Choose the first 1,000 that match' }).click();
  await bar.getByRole('button', { name: 'Done' }).click();
  await expect(bar).toHaveCount(0);
  await expect.poll(() => answers).toBeGreaterThanOrEqual(10);
  await page.waitForTimeout(300);
  await expect(bar).toHaveCount(0);
  await page.unrouteAll({ behavior: 'wait' });
});

test('a thousand changes are written down before anyone wonders', async ({ page, context }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, people.owner);
  await longList(page);
  await page.locator('tbody').getByRole('checkbox').first().check({ force: true });
  const bar = page.getByRole('region', { name: 'Chosen rows' });
  const all = bar.getByRole('button', { name: 'Choose the first 1,000 that match' });
  await all.click();
  await expect(bar.getByText('1,000 chosen')).toBeVisible({ timeout: 20_000 });
  await expect(all).toHaveCount(0);
  await page.unrouteAll({ behavior: 'wait' });
  await context.setOffline(true);
  await bar.getByLabel('Change status').selectOption('Under maintenance');
  await expect(page.getByText('1,000 are kept on this phone')).toBeVisible({ timeout: 5_000 });
});

test('on a phone rows are chosen from the menu of the list', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await menuOf(page).click();
  await page.getByRole('button', { name: 'Choose rows' }).click();
  await page.getByLabel('Choose Gyan Library, Malviya Nagar').check();
  const bar = page.getByRole('region', { name: 'Chosen rows' });
  await expect(bar.getByText('1 chosen')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await bar.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('of a long list that comes into view the screen is drawn first, and the rest follows', async ({ page }) => {
  await signIn(page, people.owner);
  await page.route(/libraries\.list/, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    const { data } = (body[0] ?? body).result;
    data.items = Array.from({ length: 30 }, (_, n) => ({ ...data.items[n % data.items.length], id: randomUUID() }));
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto('/libraries?q=nowhere');
  await expect(page.getByText('No library matches')).toBeVisible();
  await page.getByLabel('Name, code, city or phone').fill('nagar');
  await expect(page.locator('tbody tr')).toHaveCount(30);
  await expect(page.locator('.table-rest')).toHaveCount(0);
  // A list that is asked for once more at the end is answered before the page goes.
  await page.unrouteAll({ behavior: 'wait' });
});

test('records beside a list are read once, the next and the one before ahead', async ({ page }) => {
  await page.setViewportSize(wide);
  await signIn(page, people.vidya);
  await page.goto('/libraries');
  await hearsKeys(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/trpc/') || request.headers().rsc !== undefined) asked.push(request.url());
  });
  // Its page, which the focus means.
  const meant = page.waitForResponse((answer) => answer.ok() && answer.request().headers().rsc !== undefined);
  await page.keyboard.press('j');
  await meant;
  await page.keyboard.press('Space');
  await expect(titleOf(page)).toContainText('Dharampeth');
  // One for the record and what happened to it, one for the next.
  await expect.poll(() => asked.filter((url) => url.includes('/api/trpc/')).length).toBe(2);
  const before = asked.length;
  await page.keyboard.press('j');
  await expect(titleOf(page)).toContainText('Sadashiv Peth');
  await expect(panelOf(page).getByRole('heading', { name: 'What happened' })).toBeVisible();
  await page.keyboard.press('k');
  await expect(titleOf(page)).toContainText('Dharampeth');
  await page.waitForTimeout(300);
  expect(asked.slice(before)).toEqual([]);
});

test("another's change appears in the record beside a list, and one's own in its row", async ({ page, browser }) => {
  await page.setViewportSize(wide);
  await signIn(page, asha);
  await page.goto('/libraries');
  await hearsKeys(page);
  await linkOf(page, ofAsha).focus();
  await page.keyboard.press('Space');
  const status = panelOf(page).getByLabel('Change status');
  await expect(status).toHaveValue('active');
  const other = await (await visitor(browser, 'owner')).newPage();
  await signIn(other, asha);
  await other.goto(`${urls.owner}${await linkOf(page, ofAsha).getAttribute('href')}`);
  await other.getByLabel('Change status').selectOption('under_maintenance');
  await expect(status).toHaveValue('under_maintenance');
  await status.selectOption('active');
  await expect(page.getByRole('row', { name: ofAsha }).getByText('Open', { exact: true })).toBeVisible();
  await expect(other.getByLabel('Change status')).toHaveValue('active');
  await panelOf(page).getByRole('link', { name: 'Edit' }).click();
  await expect(page).toHaveURL(/\/libraries\/[0-9a-f-]{36}\?edit$/);
  await expect(page.getByLabel('PIN code')).toBeVisible();
});
