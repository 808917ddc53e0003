import { expect, test } from '@playwright/test';
import { people, signIn } from '../../../packages/portal/e2e/journey.ts';

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
