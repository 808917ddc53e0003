import { expect } from '@playwright/test';
import { linkOf, panelOf, titleOf, wide } from '../../../packages/portal/e2e/beside.ts';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  expectAccessible,
  expectFits,
  hearsKeys,
  people,
  signIn,
  watch,
} from '../../../packages/portal/e2e/journey.ts';

test('leads from the row of a customer to its dialog to suspend, which asks for the reason', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, people.admin);
  await page.goto('/tenants');
  await page.getByRole('button', { name: 'More for Gyan Library' }).click();
  await page.getByRole('link', { name: 'Suspend' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/tenants\/[0-9a-f-]{36}$/);
});

for (const [list, name] of [
  ['/tenants', 'Vidya Reading Rooms'],
  ['/staff', 'Kavita Menon'],
] as const) {
  test(`a record is looked at beside its list: ${list}`, async ({ page }) => {
    const complaints = watch(page);
    await page.setViewportSize(wide);
    await signIn(page, people.admin);
    await page.goto(list);
    await hearsKeys(page);
    const [row, panel, title] = [linkOf(page, name), panelOf(page), titleOf(page)];
    await row.focus();
    await page.keyboard.press('Space');
    await expect(title).toHaveText(name);
    await expect(panel.getByRole('heading', { name: 'What happened' })).toBeVisible();
    // It has pages of its own, which its address turns.
    await expect(panel.getByRole('heading', { name: 'Activity' })).toHaveCount(0);
    await expectFits(page);
    await expectAccessible(page, 'light');
    await page.keyboard.press('k');
    await expect(title).not.toHaveText(name);
    await page.keyboard.press('j');
    await expect(title).toHaveText(name);
    await page.reload();
    await expect(title).toHaveText(name);
    await panel.getByRole('link', { name: 'Open its page' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await page.goBack();
    await expect(title).toHaveText(name);
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(row).toBeFocused();
    await expect(page.locator('main')).toContainText(name);
    expect(complaints).toEqual([]);
  });
}
