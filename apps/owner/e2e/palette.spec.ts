import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, hearsKeys, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

test('finds a record by a few letters and opens it, with the keyboard alone', async ({ browser }) => {
  const context = await visitor(browser, 'owner', { width: 1280 });
  const page = await context.newPage();
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.goto('/');
  await hearsKeys(page);
  const opener = page.getByRole('button', { name: 'Search and go to' });
  await opener.focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and go to' });
  const field = palette.getByRole('combobox');
  await expect(field).toBeFocused();
  await expectAccessible(page, 'light');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press('Control+k');
  await field.fill('gopal');
  const first = palette.getByRole('option').first();
  await expect(first).toContainText('Gyan Library, Gopalpura');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/libraries\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gopalpura');

  // What was opened comes first the next time; nothing found says so.
  await page.keyboard.press('Control+k');
  await expect(first).toContainText('Gyan Library, Gopalpura');
  await field.fill('zzzz');
  await expect(palette.getByRole('status')).toContainText('Nothing is called that');
  await field.fill('invite');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/staff/invite');
  expect(complaints).toEqual([]);
});

test('Enter opens what was typed, not what was found for the words before', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/');
  await hearsKeys(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and go to' });
  await palette.getByRole('combobox').fill('malviya');
  await expect(palette.getByRole('option').first()).toContainText('Malviya Nagar');
  await palette.getByRole('combobox').fill('gopal');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/libraries\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gopalpura');
});

test('offers nobody what their rights do not open', async ({ browser }) => {
  const context = await visitor(browser, 'owner', { width: 1280 });
  const page = await context.newPage();
  await signIn(page, people.manager);
  await page.goto('/');
  await hearsKeys(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and go to' });
  await expect(palette.getByRole('option', { name: 'Libraries' })).toBeVisible();
  const held = await page.getByRole('navigation').first().getByRole('link').allTextContents();
  for (const name of ['Staff', 'Settings']) {
    await expect(palette.getByRole('option', { name, exact: true })).toHaveCount(held.includes(name) ? 1 : 0);
  }
});

test('keys of the page: rows, search, pages of the menu, help, and one switch for all', async ({ browser }) => {
  const context = await visitor(browser, 'owner', { width: 1280 });
  const page = await context.newPage();
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.goto('/');
  await hearsKeys(page);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page).toHaveURL('/libraries');
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(rows.nth(0).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.nth(0).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox');
  await expect(search).toBeFocused();
  // Whoever types is left alone.
  await page.keyboard.type('gjc');
  await expect(search).toHaveValue('gjc');
  await expect(page).toHaveURL(/\/libraries/);
  await search.fill('gopal');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('j');
  await expect(rows.nth(0).getByRole('link').first()).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys of this page' });
  await expect(help).toContainText('Add library');
  await expect(help).toContainText('Staff');
  await expectAccessible(page, 'light');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(page).toHaveURL('/libraries/new');

  await page.goto('/');
  await page.getByRole('button', { name: /^Menu of/ }).click();
  const keys = page.locator('#user-menu').getByRole('group', { name: 'Single keys' });
  await keys.getByRole('button', { name: 'Off' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-keys', 'off');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.keyboard.press('?');
  await expect(help).toBeHidden();
  await expect(page).toHaveURL('/');
  expect(complaints).toEqual([]);
});
