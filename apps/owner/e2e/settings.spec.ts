import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { people, signIn, watch } from '../../../packages/portal/e2e/journey.ts';

test('an owner chooses and types settings, and takes both back', async ({ page }) => {
  const complaints = watch(page);
  await signIn(page, people.vidya);
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  const language = page.getByLabel('Language of papers and messages');
  await expect(language).toHaveValue('en');
  await language.selectOption('hi');
  await expect(page.getByText('Language: saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(language).toHaveValue('en');

  const footer = page.getByLabel('Last line of receipts');
  const save = page.locator('#receipts').getByRole('button', { name: 'Save changes' });
  await save.click();
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  await footer.fill('Thank you.\nPadhte rahiye!');
  const nav = (name: string) => page.getByRole('navigation').getByRole('link', { name }).last();
  await nav('Staff').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staff');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await nav('Settings').click();
  await expect(page.getByText('We kept what you typed')).toBeVisible();
  await expect(footer).toHaveValue('Thank you.\nPadhte rahiye!');
  // A refusal stays where it was asked for.
  await page.route(/settings\.put/, (route) => route.fulfill({ status: 429, body: 'later' }), { times: 1 });
  await save.click();
  await expect(page.locator('#receipts').getByRole('alert')).toBeVisible();
  await save.click();
  await expect(page.getByText('Receipts: saved.')).toBeVisible();
  await expect(page.locator('#receipts').getByRole('alert')).toHaveCount(0);
  await expect(footer).toHaveValue('Thank you. Padhte rahiye!');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(footer).toHaveValue('');
  await page.reload();
  await expect(footer).toHaveValue('');
  await expect(language).toHaveValue('en');
  expect(complaints).toEqual([]);
});

test('a manager reads the settings and is told what it takes to change them', async ({ page }) => {
  await signIn(page, people.manager);
  await page.goto('/settings');
  await expect(page.getByText('To change them you need')).toBeVisible();
  await expect(page.getByText('Last line of receipts')).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
});
