import { expect, type Page, type Request, test } from '@playwright/test';
import { people, signIn, watch } from '../../../packages/portal/e2e/journey.ts';

interface Asked {
  pages: string[];
  drawn: string[];
  data: string[];
}

/** What the page asks for: whole pages, parts drawn by the server, data. */
function listen(page: Page): () => Asked {
  let asked: Asked = { pages: [], drawn: [], data: [] };
  page.on('request', (request: Request) => {
    const { pathname, search } = new URL(request.url());
    if (request.resourceType() === 'document') asked.pages.push(pathname + search);
    else if (request.headers().rsc !== undefined) asked.drawn.push(pathname + search);
    else if (pathname.startsWith('/api/trpc/')) asked.data.push(pathname.slice('/api/trpc/'.length));
  });
  return () => {
    const before = asked;
    asked = { pages: [], drawn: [], data: [] };
    return before;
  };
}

test('a step asks for one thing, and for nothing twice', async ({ page }) => {
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.waitForLoadState('networkidle');
  const asked = listen(page);
  const step = async (name: string, act: () => Promise<void>, most: { drawn: number; data: number }) => {
    await act();
    await page.waitForLoadState('networkidle');
    const { pages, drawn, data } = asked();
    expect(pages, `${name}: whole pages`).toEqual([]);
    expect(drawn.length, `${name}: drawn ${drawn.join(' ')}`).toBeLessThanOrEqual(most.drawn);
    expect(data.length, `${name}: data ${data.join(' ')}`).toBeLessThanOrEqual(most.data);
  };

  await step(
    'open the list',
    async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Libraries' }).last().click();
      await expect(page.getByRole('row')).toHaveCount(4);
    },
    { drawn: 1, data: 0 },
  );
  await step(
    'filter',
    async () => {
      await page.getByLabel('Status').selectOption('active');
      await expect(page).toHaveURL(/status=active/);
      await expect(page.getByRole('link', { name: 'Clear filter' })).toBeVisible();
    },
    { drawn: 0, data: 1 },
  );
  await step(
    'clear',
    async () => {
      await page.getByRole('link', { name: 'Clear filter' }).click();
      await expect(page.getByRole('row')).toHaveCount(4);
      await expect(page.getByLabel('Status')).toHaveValue('');
    },
    // The same list with its usual order named is another address, and was read before.
    { drawn: 0, data: 0 },
  );
  await step(
    'open a record',
    async () => {
      await page.getByRole('link', { name: /Gopalpura/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Gopalpura');
    },
    { drawn: 1, data: 0 },
  );
  await step(
    'change it',
    async () => {
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
      await expect(page.getByRole('row')).toHaveCount(4);
    },
    // The list was touched by the change.
    { drawn: 0, data: 1 },
  );
  await step(
    'the profile and home',
    async () => {
      await page.getByRole('link', { name: /go to the home page/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Namaste');
      await page.getByRole('button', { name: /Menu of/ }).click();
      await page.getByRole('link', { name: 'Profile and security' }).click();
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
  await page.waitForLoadState('networkidle');
  const link = page.getByRole('navigation').getByRole('link', { name: 'Staff' }).first();
  await link.hover();
  await page.waitForTimeout(400);
  await page.waitForLoadState('networkidle');
  const asked = listen(page);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  expect(asked()).toEqual({ pages: [], drawn: [], data: [] });
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

  for (const name of ['Staff', 'Today', 'Profile', 'Libraries']) {
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
