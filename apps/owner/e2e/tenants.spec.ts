import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { people, signIn, watch } from '../../../packages/portal/e2e/journey.ts';

test('chooses between two libraries, and a page of the first cannot act in the second', async ({ page, context }) => {
  const complaints = watch(page);
  await signIn(page, people.ofTwo);
  await page.goto('/choose');
  await page.getByRole('button', { name: /Gyan Library/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await expect(page.locator('header').first()).toContainText('Gyan Library');
  await page.goto('/profile');

  const second = await context.newPage();
  await second.goto('/choose');
  await second.getByRole('button', { name: /Vidya Reading Rooms/ }).click();
  await second.waitForURL((url) => url.pathname === '/');
  await expect(second.locator('header').first()).toContainText('Vidya Reading Rooms');

  // The first tab still shows Gyan; what it opens now belongs to Vidya and says so.
  await page.goto('/libraries');
  await expect(page.locator('header').first()).toContainText('Vidya Reading Rooms');
  await expect(page.getByText('Malviya Nagar')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('changes to another library beside the name at the top', async ({ page }) => {
  await signIn(page, people.ofTwo);
  await page.goto('/choose');
  await page.getByRole('button', { name: /Gyan Library/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  const opener = page.getByRole('button', { name: 'Work for another library' });
  await opener.press('Enter');
  const menu = page.getByRole('dialog', { name: 'Where do you work now?' });
  await expect(menu.getByRole('button', { name: /Gyan Library/ })).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  await menu.getByRole('button', { name: /Vidya Reading Rooms/ }).click();
  await expect(page.locator('header').first()).toContainText('Vidya Reading Rooms');
  await page.getByRole('navigation').getByRole('link', { name: 'Libraries' }).last().click();
  await expect(page.locator('tbody')).toContainText('Vidya');
});

test('whoever has one place alone is not asked for another', async ({ page }) => {
  await signIn(page, people.owner);
  await page.goto('/');
  await expect(page.locator('header').first()).toContainText('Gyan Library');
  await expect(page.getByRole('button', { name: 'Work for another library' })).toHaveCount(0);
});

test('a change from a page of the other library is refused and explained', async ({ page, context }) => {
  await signIn(page, people.ofTwo);
  await page.goto('/choose');
  await page.getByRole('button', { name: /Vidya Reading Rooms/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/libraries');
  await page.locator('tbody a').first().click();
  const status = page.getByLabel('Change status');
  const before = await status.inputValue();

  const second = await context.newPage();
  await second.goto('/choose');
  await second.getByRole('button', { name: /Gyan Library/ }).click();
  await second.waitForURL((url) => url.pathname === '/');

  await status.selectOption(before === 'inactive' ? 'active' : 'inactive');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('You switched to Gyan Library in another tab');
  await dialog.getByRole('button', { name: 'Go to Gyan Library' }).click();
  await expect(page.locator('header').first()).toContainText('Gyan Library');
});
