import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, expectFits, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

// Other journeys look for those of Vidya who are no college students, and change them.

test('a label is given to all that match, taken back, given again, renamed, and removed by a confirm that says from how many', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const complaints = watch(page);
  await signIn(page, people.vidya);
  await page.goto('/students?education=college');
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  const dialog = page.getByRole('dialog');
  const give = async () => {
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.getByRole('button', { name: 'Choose rows' }).click();
    await rows.first().getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await expect(dialog.getByText('Change many students')).toBeVisible();
    await dialog.getByLabel('Label', { exact: true }).fill('Morning batch');
    await dialog.getByLabel('For whom').selectOption({ label: `All ${all} that match the filters` });
    await expectAccessible(page, 'light', 'dialog[open]');
    await dialog.getByRole('button', { name: 'Do it' }).click();
    await expect(page.getByText(`Done for ${all} students.`)).toBeVisible();
  };
  await give();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText(`${all} students are as before.`)).toBeVisible();
  await give();

  await page.getByLabel('Label', { exact: true }).selectOption('Morning batch');
  await expect(page).toHaveURL(/label=Morning/);
  await expect(rows).toHaveCount(all);
  await page.getByRole('link', { name: /labels$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Labels' })).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: 'Morning batch' });
  await expect(line.getByText(`${all} students`, { exact: true })).toBeVisible();
  await line.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByLabel('Label', { exact: true }).fill('Batch of six');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  const renamed = page.getByRole('listitem').filter({ hasText: 'Batch of six' });
  await renamed.getByRole('button', { name: 'Remove' }).click();
  await expect(dialog.getByText(`${all} students bear Batch of six.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(renamed).toHaveCount(0);
  await page.goto('/students?label=Batch+of+six');
  await expect(page.getByText('No student matches')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('on a phone, in Hindi and in the dark: a consent is recorded and taken back, and one has all that is kept of one', async ({
  browser,
}) => {
  const context = await visitor(browser, 'owner', { locale: 'hi', theme: 'dark' });
  const page = await context.newPage();
  const complaints = watch(page);
  await signIn(page, people.vidya);
  await page.goto('/students?q=विकास');
  await page.getByRole('link', { name: 'विकास चौधरी' }).click();
  await expect(page.getByText('अभी कुछ दर्ज नहीं है।')).toBeVisible();
  await page.getByRole('button', { name: 'सहमति दर्ज करें' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('किसलिए').selectOption('messages');
  await expect(dialog.getByText('WhatsApp और SMS पर संदेश भेजे')).toBeVisible();
  await dialog.getByLabel('कैसे बताया').selectOption('paper');
  await expectFits(page);
  await expectAccessible(page, 'dark', 'dialog[open]');
  await dialog.getByRole('button', { name: 'सहमति दर्ज करें' }).click();
  const card = page.locator('#consents');
  await expect(card.getByText('सहमत', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: /^वापस लें/ }).click();
  await dialog.getByRole('button', { name: 'वापस लें', exact: true }).click();
  await expect(card.getByText('वापस ली', { exact: true })).toBeVisible();
  await expect(page.getByText('सहमति वापस ली गई').first()).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'अपना डेटा' }).click();
  expect((await downloading).suggestedFilename()).toContain('विकास चौधरी');
  await expectFits(page);
  await expectAccessible(page, 'dark');
  expect(complaints).toEqual([]);
});
