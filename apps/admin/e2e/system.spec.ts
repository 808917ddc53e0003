import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { hearsKeys, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

test('the record of changes is filtered, opened, counted by day and taken out as a file', async ({ page }) => {
  const complaints = watch(page);
  await signIn(page, people.admin);
  await page.goto('/audit');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Record of changes');
  const entries = page.getByRole('list', { name: 'Record of changes' }).getByRole('listitem');
  await expect(entries.filter({ hasText: 'signed in' }).first()).toBeVisible();
  await expect(page.getByRole('img', { name: /entries in 31 days/ })).toBeVisible();

  await page.getByLabel('What happened').selectOption({ label: 'Customer added' });
  await expect(page).toHaveURL(/what=tenant\.created/);
  await expect(entries.filter({ hasText: 'signed in' })).toHaveCount(0);
  const added = entries.filter({ hasText: 'Gyan Library' }).first();
  await added.getByText(/See \d+ details/).click();
  await expect(added.getByRole('row', { name: /Plan/ })).toBeVisible();
  await page.getByText('View as a table').click();
  // The oldest of these days, on which nothing else is added meanwhile.
  await page.getByRole('table').first().getByRole('link').last().click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/);
  await expect(entries.filter({ hasText: 'Saraswati Study Point' }).first()).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^studyspot-audit-.*\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).every((line) => line.includes('"tenant.created"'))).toBe(true);
  await expect(page.getByText(/in the file\.$/)).toBeVisible();

  await page.getByLabel('Who did it').fill('nobody is called so');
  await expect(page.getByRole('heading', { name: 'Nothing in the record matches' })).toBeVisible();
  await page
    .getByRole('link', { name: /^Clear/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/audit$/);
  await expect(page.getByLabel('Who did it')).toHaveValue('');
  await page.getByRole('button', { name: 'Customer', exact: true }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('gyan');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Gyan Library/ })
    .click();
  const chip = page.getByRole('link', { name: 'Clear filter Customer: Gyan Library' });
  await expect(chip).toBeVisible();
  // What was typed to find the customer is no filter of the list, also a while later.
  await page.waitForTimeout(500);
  await expect(chip).toBeVisible();
  await expect(entries.first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the record is looked at by a range of days, and one that ends before it begins is said', async ({ page }) => {
  const complaints = watch(page);
  await signIn(page, people.admin);
  await page.goto('/audit');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(new Date());
  await page.getByRole('link', { name: 'This month', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`from=${today.slice(0, 8)}01&to=${today}`));
  await expect(page.getByLabel('From')).toHaveValue(`${today.slice(0, 8)}01`);
  await expect(page.getByLabel('To', { exact: true })).toHaveValue(today);
  await expect(page.getByRole('link', { name: 'This month', exact: true })).toHaveAttribute('aria-current', 'true');
  await page.goto('/audit?from=2026-03-05&to=2026-03-04');
  await expect(page.getByText('The first day is after the last.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('whoever is quicker than the page gets what they pressed all the same', async ({ page }) => {
  await signIn(page, people.admin);
  await page.goto('/audit');
  await hearsKeys(page);
  // As it is for a moment before the page has taken over.
  await page.evaluate(() => Reflect.deleteProperty(window.history, 'pushState'));
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page).toHaveURL(/from=/);
  await expect(page.getByLabel('From')).not.toHaveValue('');
});

test('a setting is checked, saved, taken back, and a change by somebody else is not overwritten unseen', async ({
  browser,
  page,
}) => {
  const complaints = watch(page);
  await signIn(page, people.admin);
  await page.goto('/settings');
  const days = page.getByLabel('Days of trial');
  const save = page.locator('#trials').getByRole('button', { name: 'Save changes' });
  const before = await days.inputValue();

  await days.fill('many');
  await save.click();
  await expect(days).toHaveAttribute('aria-invalid', 'true');
  await expect(days).toBeFocused();
  await days.fill('21');
  await save.click();
  await expect(page.getByText('Trial: saved.')).toBeVisible();
  await expect(page.locator('#trials').getByText(/^Changed on/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(days).toHaveValue(before);
  await page.reload();
  await expect(days).toHaveValue(before);

  const other = await visitor(browser, 'admin');
  const second = await other.newPage();
  await signIn(second, people.admin);
  await second.goto('/settings');
  await days.fill('10');
  await second.getByLabel('Days of trial').fill('28');
  await second.locator('#trials').getByRole('button', { name: 'Save changes' }).click();
  await expect(second.getByText('Trial: saved.')).toBeVisible();
  await expect(page.getByText('It now says: 28')).toBeVisible();
  await expect(days).toHaveValue('10');
  await save.click();
  await expect(page.getByText('This was changed meanwhile.')).toBeVisible();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(days).toHaveValue('28');
  await days.fill(before);
  await save.click();
  await expect(page.getByText('Trial: saved.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a feature is switched for everyone and for one customer, and switched back', async ({ page }) => {
  const complaints = watch(page);
  await signIn(page, people.admin);
  await page.goto('/flags');
  const map = page.getByRole('switch', { name: 'Libraries on a map' });
  await expect(map).not.toBeChecked();
  await map.click();
  await expect(page.getByText('Libraries on a map is on.')).toBeVisible();
  await expect(map).toBeChecked();

  await page.getByRole('button', { name: 'For one customer' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('vidya');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Vidya Reading Rooms/ })
    .click();
  await expect(page.getByText('Only for Vidya Reading Rooms')).toBeVisible();
  await expect(map).toBeChecked();
  await expect(page.getByText('Like everyone', { exact: true })).toBeVisible();
  await map.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Libraries on a map is off.')).toBeVisible();
  await expect(page.getByText('Switched for this customer alone')).toBeVisible();
  await page.reload();
  await expect(map).not.toBeChecked();

  await page.getByRole('link', { name: 'For everyone' }).click();
  await expect(map).toBeChecked();
  await map.click();
  await expect(page.getByText('Libraries on a map is off.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(map).toBeChecked();
  await map.click();
  await expect(map).not.toBeChecked();
  await page.reload();
  await expect(map).not.toBeChecked();
  expect(complaints).toEqual([]);
});

test('someone of the support team finds neither record nor settings nor features', async ({ page }) => {
  await signIn(page, people.support);
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: 'Main' }).first();
  for (const name of ['Record', 'Settings', 'Features']) await expect(menu.getByText(name)).toHaveCount(0);
  for (const path of ['/audit', '/settings', '/flags']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('permission');
    await expect(page.getByText('A super admin can give it to you')).toBeVisible();
  }
});
