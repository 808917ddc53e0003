import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { linkMailedTo, mailsTo, people, signIn, urls, visitor } from '../../../packages/portal/e2e/journey.ts';

const mailbox = process.env.MAILBOX_URL ?? 'http://localhost:3010';

// The first of its file: what the stack was left with is gone for those behind it.
test('what was given up is read with its failures, tried again and done, or dropped with a reason', async ({
  page,
}) => {
  await signIn(page, people.admin);
  await page.goto('/');
  await page
    .getByRole('link', { name: /2 jobs were given up/ })
    .first()
    .click();
  await expect(page.getByText('2 jobs were given up and wait for somebody.')).toBeVisible();
  const jobs = page.getByRole('list', { name: 'Given up' }).getByRole('listitem');
  const tidying = jobs.filter({ hasText: 'the disk was full at try 2' }).filter({ hasText: 'Housekeeping' });
  await tidying.getByRole('button', { name: 'Housekeeping' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveText([/at try 2.*Try 2/s, /at try 1.*Try 1/s]);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('It is tried again.')).toBeVisible();
  await expect(jobs).toHaveCount(1);

  await jobs.getByRole('button', { name: 'Drop' }).click();
  await dialog.getByLabel('Reason').fill('The notice was read meanwhile');
  await dialog.getByRole('button', { name: 'Drop' }).click();
  await expect(page.getByText('Nothing is stuck.')).toBeVisible();
  await page.goto('/audit?what=job.');
  const entries = page.getByRole('list', { name: 'Record of changes' }).getByRole('listitem');
  await expect(entries.filter({ hasText: 'The notice was read meanwhile' })).toHaveCount(1);
});

test('a queue is paused with its reason, seen, let go on, and found in the record of changes', async ({ page }) => {
  await signIn(page, people.admin);
  await page.goto('/health');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health');
  await expect(page.getByText('Nothing is stuck.')).toBeVisible();
  await expect(page.getByText('All passed on').or(page.getByText(/waits? since/))).toBeVisible();

  await page.getByRole('button', { name: 'Pause a queue' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Queue').selectOption({ label: 'Large and unhurried' });
  await dialog.getByLabel('Reason').fill('no');
  await dialog.getByRole('button', { name: 'Pause a queue' }).click();
  await expect(dialog.getByText(/at least 3/i).first()).toBeVisible();
  await dialog.getByLabel('Reason').fill('The disk is being moved');
  await dialog.getByRole('button', { name: 'Pause a queue' }).click();
  await expect(dialog).toHaveCount(0);
  const paused = page.getByRole('list', { name: 'Paused' }).getByRole('listitem');
  await expect(paused).toContainText('Large and unhurried · All customers');
  await expect(paused).toContainText('The disk is being moved');
  await expect(page.getByText('Something is paused.')).toBeVisible();

  await paused.getByRole('button', { name: 'Let it go on' }).click();
  await expect(page.getByText('Nothing is paused.')).toBeVisible();
  await page.goto('/audit?what=job.');
  const entries = page.getByRole('list', { name: 'Record of changes' }).getByRole('listitem');
  await expect(entries.filter({ hasText: 'paused jobs' }).first()).toBeVisible();
  await expect(entries.filter({ hasText: 'let jobs go on' }).first()).toBeVisible();
});

test('letters about signing in have a part of their own, and all arrived', async ({ page }) => {
  await signIn(page, people.admin);
  await page.goto('/health');
  const letters = page.getByRole('region', { name: 'Letters' });
  await expect(letters.getByRole('heading', { name: 'Did not arrive' })).toBeVisible();
  await expect(letters.getByText('No letter has failed.')).toBeVisible();
});

test('a letter that the mail server refuses is seen with its reason, and sent again when it takes it', async ({
  page,
}) => {
  const { email } = people.support;
  const fault = (what: object) => page.request.put(`${mailbox}/api/fault`, { data: what });
  const before = await mailsTo(email, 'reset');
  await fault({ mode: 'refuse', to: email });
  await page.goto(`${urls.admin}/forgot`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('main').getByRole('button').first().click();
  await signIn(page, people.admin);
  await page.goto('/health');
  const lost = page
    .getByRole('list', { name: 'Did not arrive' })
    .getByRole('listitem')
    .filter({ hasText: 'New password' });
  await expect(lost).toContainText('The mail server does not know this address.', { timeout: 30_000 });
  expect(await mailsTo(email, 'reset')).toBe(before);
  await fault({ mode: 'none' });
  await lost.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('It is on its way again.')).toBeVisible();
  await linkMailedTo(email, 'reset', before);
  await expect(page.getByText('No letter has failed.')).toBeVisible({ timeout: 30_000 });
});

test('the jobs of one customer are paused on their record, seen there and on the page of health, and go on', async ({
  page,
}) => {
  await signIn(page, people.admin);
  await page.goto('/tenants');
  const href = await page.locator('tbody a[href^="/tenants/"]').first().getAttribute('href');
  await page.goto(href ?? '');
  const name = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('button', { name: 'Pause jobs' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Their mails come back');
  await dialog.getByRole('button', { name: 'Pause jobs' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'Jobs wait since' });
  await expect(notice).toContainText('Arjun Nair: Their mails come back');
  await expect(page.getByRole('button', { name: 'Pause jobs' })).toHaveCount(0);
  await page.goto('/health');
  const paused = page.getByRole('list', { name: 'Paused' }).getByRole('listitem');
  await expect(paused).toContainText(`All queues · ${name}`);
  await expect(paused).toContainText('Arjun Nair');
  await page.goBack();
  await notice.getByRole('button', { name: 'Let them go on' }).click();
  await expect(notice).toHaveCount(0);
});

test('when the server falls silent the page says so and keeps what it knew, and goes on by itself', async ({
  page,
}) => {
  await signIn(page, people.admin);
  await page.goto('/health');
  await expect(page.getByText('Nothing is stuck.')).toBeVisible();
  await page.route(/jobs\.health/, (route) => route.fulfill({ status: 503, body: '' }));
  await expect(page.getByRole('alert').filter({ hasText: 'The server does not answer' })).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.getByText('Database', { exact: true })).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await expect(page.getByRole('alert').filter({ hasText: 'The server does not answer' })).toHaveCount(0, {
    timeout: 15_000,
  });
});

test('someone of the support team does not find it', async ({ browser }) => {
  const page = await (await visitor(browser, 'admin', { width: 1280 })).newPage();
  await signIn(page, people.support);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Health' })).toHaveCount(0);
  await page.goto('/health');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Health');
});
