import { expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { linkMailedTo, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

const stamp = Date.now().toString(36);
const name = `Pragati Study Centre ${stamp}`;
const email = `neha.${stamp}@pragati.in`;
const password = 'Pragati-Padhai-2026';
const hall = 'Pragati Silent Reading Rooms for Competitive Examinations, Station Road near Sector 3, East Wing';

/** With what the form asks for first, and what else is given. */
async function addLibrary(page: Page, name: string, further?: () => Promise<void>): Promise<void> {
  await page.goto('/libraries/new');
  await expect(page.locator('main form').locator('input, textarea, select').filter({ visible: true })).toHaveCount(6);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Number of seats').fill('60');
  await page.getByLabel('Phone', { exact: true }).fill('98290 11223');
  await page.getByRole('textbox', { name: 'Address' }).fill('12, Station Road');
  await page.getByLabel('City').fill('Kota');
  await page.getByLabel('PIN code').fill('324001');
  await further?.();
  await page.getByRole('button', { name: 'Add library' }).click();
}

test('adds a customer, whose owner joins, works, meets the limit and is suspended at once', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  await signIn(page, people.admin);
  await page.goto('/tenants/new');
  await page.getByLabel('Name of the business').fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Phone', { exact: true }).fill('0744-2345678');
  await page.getByLabel('City').fill('Kota');
  await page.getByLabel('State').fill('rajas');
  await page.getByRole('option', { name: 'Rajasthan' }).click();
  await page.getByLabel('Plan').selectOption('free');
  await page.getByLabel("Owner's name").fill('Neha Jain');
  await page.getByLabel("Owner's e-mail").fill(email);
  await page.getByLabel("Owner's phone").fill('98290 11223');
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page).toHaveURL(/\/tenants\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page).toHaveTitle(`${name} · StudySpot Admin`);
  await expect(page.getByText('Not joined yet')).toBeVisible();

  const theirs = await visitor(browser, 'owner');
  const neha = await theirs.newPage();
  await neha.goto(await linkMailedTo(email, 'invitation'));
  await neha.getByLabel('Password', { exact: true }).fill(password);
  await neha.getByRole('button', { name: 'Accept and set password' }).click();
  await expect(neha.getByRole('heading', { level: 1 })).toContainText('Neha Jain');
  const steps = neha.getByRole('region', { name: 'First steps' });
  await expect(steps.getByRole('link', { name: 'Add library: Add your first library' })).toBeVisible();
  await addLibrary(neha, hall, async () => {
    await neha.getByText('Code, contacts, hours').click();
    await neha.getByLabel('Open on Sunday').click();
  });
  await expect(neha.getByText(`${hall} is added.`)).toBeVisible();
  // Names differ at the end: none of it is cut, and the columns after it stay in sight.
  for (const width of [360, 1280]) {
    await neha.setViewportSize({ width, height: 800 });
    const link = neha.getByRole('link', { name: hall });
    const cut = await link.evaluate((shown) => [
      shown.scrollWidth - shown.clientWidth,
      shown.scrollHeight - shown.clientHeight,
    ]);
    expect(cut).toEqual([0, 0]);
    await expect(neha.getByRole('row').last().getByText('Open', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(neha.locator('.table-box')).not.toHaveAttribute('data-wide');
  }
  await neha.setViewportSize({ width: 360, height: 800 });
  await neha.getByRole('link', { name: hall }).click();
  const facts = neha.locator('#basics').getByRole('definition');
  await expect(facts.filter({ hasText: /^PSRRFC-001$/ })).toBeVisible();
  await expect(facts.filter({ hasText: /^Rajasthan$/ })).toBeVisible();
  await neha.goto('/');
  await expect(steps.getByText('Add your first library (done)')).toBeVisible();
  await expect(steps.getByRole('link', { name: /Invite who works/ })).toBeVisible();
  await steps.getByRole('button', { name: 'Hide' }).click();
  await expect(steps).toBeHidden();
  await neha.reload();
  await expect(neha.getByRole('heading', { level: 1 })).toContainText('Neha Jain');
  await expect(steps).toBeHidden();
  await addLibrary(neha, 'Pragati KOTA-2', async () => {
    // It begins as the one before, and a code can be chosen.
    await expect(neha.getByText(`it has the hours of ${hall}`)).toBeVisible();
    await neha.getByText('Code, contacts, hours').click();
    await expect(neha.getByLabel('Open on Saturday')).toBeChecked();
    await expect(neha.getByLabel('Open on Sunday')).not.toBeChecked();
    await neha.locator('input[name=code]').fill('KOTA-2');
  });
  await expect(neha.getByRole('alert').filter({ hasText: 'Your plan allows one library' })).toBeVisible();
  await expect(neha.locator('input[name=code]')).toHaveValue('KOTA-2');

  await page.reload();
  await expect(page.getByText('Joined', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Suspend' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('kurz');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(dialog.getByText('At least 10 characters').last()).toBeVisible();
  await dialog.getByLabel('Reason').fill('Fees of two months are not paid; opens after payment.');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  // The reason stands in its field as well.
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Suspended on .*Fees of two months are not paid/)).toBeVisible();

  await neha.goto('/libraries');
  await expect(neha.getByRole('heading', { level: 1 })).toHaveText('This account is suspended');
  await expect(neha.getByRole('link', { name: 'support@studyspot.com' })).toHaveAttribute(
    'href',
    'mailto:support@studyspot.com',
  );
  await page.getByRole('button', { name: 'Reactivate' }).click();
  await expect(page.getByText('can work again')).toBeVisible();
  await neha.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(neha.getByRole('heading', { level: 1 })).toContainText('Neha Jain');
  await neha.goto('/libraries');
  await expect(neha.getByRole('link', { name: hall })).toBeVisible();

  await page.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(dialog.getByText('At least 10 characters').last()).toBeVisible();
  await dialog.getByLabel('Reason').fill('The owner closes the business for good.');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText(/Nobody can sign in; nothing is deleted\. Reason: The owner closes/)).toBeVisible();
  const told = page.locator('#timeline').getByRole('listitem').filter({ hasText: 'Customer removed' });
  await expect(told).toContainText('Reason: The owner closes the business for good.');
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText(`${name} is back.`)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('says that a customer is not there, with the navigation around it', async ({ page }) => {
  await signIn(page, people.admin);
  const answer = await page.goto('/tenants/00000000-0000-7000-8000-000000000000');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customers');
});
