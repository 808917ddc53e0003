import { expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, people, signIn, urls, watch } from '../../../packages/portal/e2e/journey.ts';

/** A part of the book, by its heading. */
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function open(page: Page): Promise<string[]> {
  const complaints = watch(page);
  await signIn(page, people.admin);
  await page.goto('/style-book');
  // It has come to life once the sample form may be sent.
  await expect(part(page, 'A form').getByRole('button', { name: 'Save changes' })).not.toHaveAttribute('aria-disabled');
  return complaints;
}

test('one of many is found by a few letters, chosen, kept and taken back, by keyboard alone', async ({ page }) => {
  const complaints = await open(page);
  const field = part(page, 'One of many').getByRole('combobox').first();
  const options = page.getByRole('listbox', { name: 'State' }).getByRole('option');
  const marked = page.getByRole('listbox', { name: 'State' }).getByRole('option', { selected: true });
  await expect(field).toHaveValue('Rajasthan');
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(marked).toHaveText('Rajasthan');
  await expectAccessible(page, 'light');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await expect(marked).toHaveText('Andaman and Nicobar Islands');

  await field.fill(' west-ben');
  await expect(options).toHaveText(['West Bengal']);
  await page.keyboard.press('Enter');
  await expect(options).toHaveCount(0);
  await expect(field).toHaveValue('West Bengal');

  await field.fill('zzz');
  await expect(page.getByText('No state is spelt like that.')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('West Bengal');
  await expect(field).toBeFocused();

  await field.fill('goa');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('Goa');
  const clear = part(page, 'One of many').getByRole('button', { name: 'State: choose none' }).first();
  await expect(clear).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();

  // Drawn by a soft turn of the page, under script from the first, it holds what its form does.
  const menu = page.getByRole('navigation', { name: 'Main' });
  await menu.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Style book');
  await menu.getByRole('link', { name: 'Style book' }).click();
  await expect(part(page, 'A form').getByRole('combobox')).toHaveValue('Rajasthan');
  expect(complaints).toEqual([]);
});

test('one of many is chosen by touch on a small phone, and a form there shows the list of the phone', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: urls.admin,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const complaints = await open(page);
  const field = part(page, 'One of many').getByRole('combobox').nth(1);
  await field.tap();
  const option = page.getByRole('listbox', { name: 'State' }).getByRole('option', { name: 'Sikkim' });
  await option.scrollIntoViewIfNeeded();
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await option.tap();
  await expect(field).toHaveValue('Sikkim');
  await expect(option).toHaveCount(0);
  expect(
    await part(page, 'A form')
      .getByLabel('State')
      .evaluate(({ tagName }) => tagName),
  ).toBe('SELECT');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a sum is shown grouped on leaving it, refused in words, and taken by the pad', async ({ page }) => {
  const complaints = await open(page);
  const form = part(page, 'A form');
  const fee = form.getByLabel('Fee for a month');
  await expect(fee).toHaveValue('1,200');
  await fee.fill('₹123456.5');
  await form.getByRole('spinbutton').focus();
  await expect(fee).toHaveValue('1,23,456.50');
  await fee.fill('1200.505');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await expect(form.getByText('A sum has at most two decimals').first()).toBeVisible();
  await expect(fee).toBeFocused();
  await fee.fill('1200.50');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The changes are saved.')).toBeVisible();

  await page.getByRole('button', { name: 'Take a sum' }).click();
  const sheet = page.getByRole('dialog');
  const sum = sheet.getByLabel('Fee for a month');
  await expect(sum).toBeFocused();
  await page.keyboard.type('7');
  for (const key of ['5', '0', '0', 'Point', '5']) await sheet.getByRole('button', { name: key, exact: true }).click();
  await expect(sum).toHaveValue('7,500.5');
  await sheet.getByRole('button', { name: 'Erase the last digit' }).click();
  await expect(sum).toHaveValue('7,500.');
  await sheet.getByRole('button', { name: 'All that is due ₹1,200.50' }).click();
  await expect(sum).toHaveValue('1,200.50');
  expect(complaints).toEqual([]);
});

test('a count is stepped within its limits, by buttons and keys', async ({ page }) => {
  const complaints = await open(page);
  const form = part(page, 'A form');
  const seats = form.getByRole('spinbutton', { name: 'Seats' });
  const less = form.getByRole('button', { name: 'Seats: one less' });
  await less.click();
  await expect(seats).toHaveValue('1');
  await expect(less).toHaveAttribute('aria-disabled', 'true');
  // It keeps the focus, and does nothing more.
  await expect(less).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(seats).toHaveValue('1');
  await seats.focus();
  await page.keyboard.press('ArrowUp');
  await expect(seats).toHaveValue('2');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(seats).toHaveValue('12');
  await seats.fill('many');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await expect(seats).toHaveAttribute('aria-invalid', 'true');
  expect(complaints).toEqual([]);
});

test('a day is open all of it by a tick, and gets its times back', async ({ page }) => {
  const complaints = await open(page);
  const form = part(page, 'A form');
  const allDay = (day: string) => form.getByRole('checkbox', { name: `Open all day on ${day}` });
  const opens = (day: string) => form.getByLabel(`${day} opens`);
  await expect(allDay('Tuesday')).toBeChecked();
  await expect(opens('Tuesday')).toBeHidden();
  await allDay('Tuesday').click();
  await expect(opens('Tuesday')).toHaveValue('06:00');
  await opens('Tuesday').fill('07:30');
  await allDay('Tuesday').click();
  await expect(opens('Tuesday')).toBeHidden();
  await allDay('Tuesday').click();
  await expect(opens('Tuesday')).toHaveValue('07:30');
  await expect(form.getByText('next day')).toHaveCount(1);
  await form.getByLabel('Tuesday closes').fill('02:00');
  await expect(form.getByText('next day')).toHaveCount(2);
  await expect(allDay('Sunday')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a file is chosen or dropped, refused in words, and taken away again', async ({ page }) => {
  const complaints = await open(page);
  const box = part(page, 'File').getByRole('group').first();
  await expect(box.getByText('PDF, JPG, PNG; at most 5 MB')).toBeVisible();
  const input = box.locator('input[type=file]');
  await input.setInputFiles({ name: 'list.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('x') });
  await expect(box.getByRole('alert')).toContainText('“list.xlsx” cannot be used here.');
  await input.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(5 * 1024 * 1024 + 1) });
  await expect(box.getByRole('alert')).toContainText('too large: 5.1 MB');
  await input.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
  await expect(box.getByText('a.pdf')).toBeVisible();
  await expect(box.getByRole('alert')).toBeEmpty();
  await box.getByRole('button', { name: 'Remove a.pdf' }).click();
  await expect(box.getByRole('button', { name: 'Choose a file' })).toBeFocused();

  const files = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['x'], 'photo.jpg'));
    return dropped;
  });
  await box.dispatchEvent('drop', { dataTransfer: files });
  await expect(box.getByText('photo.jpg')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('long work is told aloud at each quarter and at its end', async ({ page }) => {
  const complaints = await open(page);
  const work = part(page, 'Long work');
  const aloud = work.getByRole('status').first();
  const on = work.getByRole('button', { name: 'More' });
  await expect(work.getByText('12 of 50 done').first()).toBeVisible();
  await expect(aloud).toHaveText('Sending reminders: 0%');
  await on.click();
  await expect(aloud).toHaveText('Sending reminders: 25%');
  await on.click();
  await expect(work.getByText('26 of 50 done')).toBeVisible();
  await expect(work.getByRole('progressbar').first()).toHaveJSProperty('value', 26);
  for (let step = 0; step < 4; step += 1) await on.click();
  await expect(aloud).toHaveText('All 50 done');
  expect(complaints).toEqual([]);
});

test('a range is chosen by a tap, typed, and never ends before it begins', async ({ page }) => {
  const complaints = await open(page);
  const range = part(page, 'From day to day').getByRole('group', { name: 'Period' }).first();
  await expect(range.getByRole('button', { name: 'This week' })).toHaveAttribute('aria-pressed', 'true');
  await range.getByRole('button', { name: 'Last month' }).click();
  await expect(range.getByLabel('From')).toHaveValue('01/10/2026');
  await expect(range.getByLabel('To', { exact: true })).toHaveValue('31/10/2026');
  await range.getByLabel('From').fill('5/11');
  await range.getByLabel('To', { exact: true }).focus();
  await expect(range.getByRole('alert')).toContainText('The first day is after the last.');
  await range.getByRole('button', { name: 'This month' }).click();
  await expect(range.getByRole('alert')).toBeEmpty();
  expect(complaints).toEqual([]);
});
