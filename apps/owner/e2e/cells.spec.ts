import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, hearsKeys, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';
import { asha, choose, kept, makeStaff, name, onServer, openBusiness, ravi } from './shanti.ts';

// One after another: all of them change the same library, and at the end Ravi may not any more.
test.beforeAll(({ browser }) => openBusiness(browser));

const laptop = { width: 1280, height: 800 };
const cell = (page: Page, field: 'Seats' | 'Phone' | 'Status') =>
  page.getByRole('button', { name: `Edit ${field}: ${name}` });
const box = (page: Page, field: 'Seats' | 'Phone') => page.getByRole('textbox', { name: `Edit ${field}: ${name}` });
const row = (page: Page) => page.locator('tbody tr');
const fault = (page: Page) => row(page).getByRole('alert');

async function openList(page: Page, address = '/libraries'): Promise<void> {
  await page.setViewportSize(laptop);
  await signIn(page, asha);
  await page.goto(address);
  await hearsKeys(page);
}

async function openAsRavi(browser: Browser): Promise<Page> {
  const page = await (await visitor(browser, 'owner', laptop)).newPage();
  await signIn(page, ravi);
  await choose(page, /Shanti/);
  await page.goto('/libraries');
  return page;
}

async function type(page: Page, field: 'Seats' | 'Phone', text: string): Promise<void> {
  await cell(page, field).click();
  await expect(box(page, field)).toBeFocused();
  await box(page, field).fill(text);
}

const seats = async (page: Page) => (await onServer(page)).capacity;

test('a value is typed where it stands, and nothing moves: Enter saves it, with a way back, Escape restores', async ({
  page,
}) => {
  const complaints = watch(page);
  await openList(page);
  const places = () =>
    page.locator('tr > *').evaluateAll((cells) => cells.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  await type(page, 'Phone', '98765');
  expect(await places()).toEqual(before);
  await page.keyboard.press('Escape');
  await type(page, 'Seats', '75');
  expect(await places()).toEqual(before);
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Seats')).toBeFocused();
  await expect(cell(page, 'Seats')).toHaveAttribute('data-saved');
  await expect(row(page)).toContainText('75');
  await expect(page.getByRole('status').filter({ hasText: `${name} is saved.` })).toBeVisible();
  expect(await seats(page)).toBe(75);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page)).not.toContainText('75');
  await expect.poll(() => seats(page)).toBe(60);

  await type(page, 'Seats', '99');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Seats')).toBeFocused();
  await expect(row(page)).toContainText('60');
  expect(await seats(page)).toBe(60);
  expect(await places()).toEqual(before);

  // Beside the values the row leads to its record.
  const city = await row(page).locator('[data-area=detail]').boundingBox();
  await page.mouse.click((city?.x ?? 0) + 20, (city?.y ?? 0) + 10);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what is wrong is said at the cell, in words, and what was typed stays', async ({ page }) => {
  await openList(page);
  await type(page, 'Seats', 'many');
  await page.keyboard.press('Enter');
  await expect(fault(page)).toHaveText('Write a number.');
  await expect(box(page, 'Seats')).toHaveValue('many');
  await expect(box(page, 'Seats')).toBeFocused();
  await expectAccessible(page, 'light');
  await box(page, 'Seats').fill('0');
  await expect(fault(page)).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(fault(page)).toHaveText('This must be at least 1.');
  await box(page, 'Seats').press('Escape');
  await type(page, 'Phone', '12');
  await page.keyboard.press('Enter');
  await expect(fault(page)).toContainText('Write an Indian phone number');
  await page.keyboard.press('Escape');
  expect(await seats(page)).toBe(60);
});

test('rows are changed by the keyboard alone: e begins, Tab saves and goes on, F2 begins, Escape goes back', async ({
  page,
}) => {
  await openList(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Change what stands in the row')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(box(page, 'Phone')).toBeFocused();
  await page.keyboard.type('98290 11223');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'Seats')).toBeFocused();
  await expect(row(page)).toContainText('+91 98290 11223');
  await expect.poll(async () => (await onServer(page)).phone).toBe('+919829011223');
  await page.keyboard.press('F2');
  await page.keyboard.type('64');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Seats')).toBeFocused();
  await expect.poll(() => seats(page)).toBe(64);
  await page.keyboard.press('e');
  await expect(box(page, 'Seats')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'Status')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.menu:popover-open').getByRole('button', { name: 'Closed' })).toBeFocused();
  await expectAccessible(page, 'light');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Status')).toBeFocused();
});

test('a status is chosen from its chip at once, with a way back, and without a network it is kept', async ({
  page,
  context,
}) => {
  await openList(page);
  const status = row(page).locator('[data-area=status] .cell');
  const set = async (word: string) => {
    await cell(page, 'Status').click();
    await page.locator('.menu:popover-open').getByRole('button', { name: word }).click();
    await expect(status).toHaveText(word);
  };
  await set('Under maintenance');
  await expect.poll(async () => (await onServer(page)).status).toBe('under_maintenance');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(status).toHaveText('Open');
  await expect.poll(async () => (await onServer(page)).status).toBe('active');
  await context.setOffline(true);
  await set('Closed');
  await expect(kept(page)).toBeVisible();
  await set('Open');
  await context.setOffline(false);
  await expect(page.getByText('kept on this phone and sent')).toHaveCount(0);
  await expect.poll(async () => (await onServer(page)).status).toBe('active');
  await expect(status).toHaveText('Open');
});

test('without a network what was typed stays, and is saved when that is back', async ({ page, context }) => {
  await openList(page);
  await type(page, 'Seats', '66');
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await expect(fault(page)).toContainText('This needs the network.');
  await expect(box(page, 'Seats')).toHaveValue('66');
  await context.setOffline(false);
  await page.keyboard.press('Enter');
  await expect(row(page)).toContainText('66');
  expect(await seats(page)).toBe(66);
});

test("another's change of the same value is shown before it is saved over, and wipes nothing", async ({
  page,
  browser,
}) => {
  await openList(page);
  const other = await openAsRavi(browser);
  await type(page, 'Seats', '70');
  await type(other, 'Seats', '80');
  await other.keyboard.press('Enter');
  await expect(fault(page)).toContainText('Someone else saved “80” meanwhile.');
  await expect(box(page, 'Seats')).toHaveValue('70');
  // Whoever leaves has not decided.
  await page.getByRole('heading', { level: 1 }).click();
  await expect(box(page, 'Seats')).toHaveValue('70');
  expect(await seats(page)).toBe(80);
  await box(page, 'Seats').press('Enter');
  await expect.poll(() => seats(page)).toBe(70);

  await expect(row(other)).toContainText('70');

  // A value that nobody has touched here shows what it is now.
  await cell(page, 'Seats').click();
  await type(other, 'Seats', '81');
  await other.keyboard.press('Enter');
  await expect(box(page, 'Seats')).toHaveValue('81');
});

test('who has not heard of a change is told at saving, unless it was of something else', async ({ page, browser }) => {
  await page.route('**/api/events*', (route) => route.abort());
  await openList(page);
  const other = await openAsRavi(browser);
  await type(page, 'Seats', '90');
  await type(other, 'Seats', '95');
  await other.keyboard.press('Enter');
  await expect.poll(() => seats(page)).toBe(95);
  await page.keyboard.press('Enter');
  await expect(fault(page)).toContainText('Someone else saved “95” meanwhile.');
  expect(await seats(page)).toBe(95);
  await page.keyboard.press('Enter');
  await expect.poll(() => seats(page)).toBe(90);

  await type(page, 'Seats', '92');
  await type(other, 'Phone', '98290 55667');
  await other.keyboard.press('Enter');
  await expect.poll(async () => (await onServer(page)).phone).toBe('+919829055667');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Seats')).toBeFocused();
  expect(await onServer(page)).toMatchObject({ capacity: 92, phone: '+919829055667' });
});

test('a row stays while someone types in it, though it belongs to the list no longer', async ({ page, browser }) => {
  await openList(page, '/libraries?status=active');
  const other = await openAsRavi(browser);
  await type(page, 'Seats', '77');
  const told = page.waitForResponse(/libraries\.list/);
  await cell(other, 'Status').click();
  await other.locator('.menu:popover-open').getByRole('button', { name: 'Closed' }).click();
  await told;
  await expect(box(page, 'Seats')).toHaveValue('77');
  await page.keyboard.press('Enter');
  await expect.poll(() => seats(page)).toBe(77);
  await expect(row(page)).toHaveCount(0);
});

test('on a phone, and for whoever may not change them, values are only read', async ({ page, browser }) => {
  await openList(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(row(page).getByRole('button')).toHaveCount(0);
  await makeStaff(await (await visitor(browser, 'owner')).newPage());
  const other = await openAsRavi(browser);
  await expect(row(other)).toContainText(name);
  await expect(other.locator('.cell-over')).toHaveCount(0);
  await hearsKeys(other);
  await other.keyboard.press('j');
  await other.keyboard.press('e');
  await expect(other.getByRole('textbox', { name: /^Edit/ })).toHaveCount(0);
});
