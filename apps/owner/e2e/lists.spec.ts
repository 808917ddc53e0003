import { expect, test } from '@playwright/test';
import { people, signIn } from '../../../packages/portal/e2e/journey.ts';

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
  await expect(page.getByLabel('Status')).toHaveValue('');
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
