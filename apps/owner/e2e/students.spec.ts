import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, expectFits, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';

/** A number that no other journey has. */
const freshPhone = () => `97${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
const spaced = (phone: string) => `${phone.slice(0, 5)} ${phone.slice(5)}`;

test('on a phone, in Hindi: a student is admitted by name and phone, known again, and a sister beside them', async ({
  browser,
}) => {
  const context = await visitor(browser, 'owner', { locale: 'hi' });
  const page = await context.newPage();
  const complaints = watch(page);
  await signIn(page, people.owner);
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'स्टूडेंट' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'स्टूडेंट' })).toBeVisible();
  await page.getByRole('link', { name: 'स्टूडेंट जोड़ें' }).click();
  const phone = freshPhone();
  await page.getByLabel('नाम', { exact: true }).fill('सुरेश मेघवाल');
  await page.getByLabel('फ़ोन', { exact: true }).fill(spaced(phone));
  await expectFits(page);
  await page.getByRole('button', { name: 'स्टूडेंट जोड़ें' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'सुरेश मेघवाल' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'कॉल करें' })).toHaveAttribute('href', `tel:+91${phone}`);
  await expectFits(page);
  await expectAccessible(page, 'light');

  await page.goto('/students/new');
  await page.getByLabel('नाम', { exact: true }).fill('सीमा मेघवाल');
  await page.getByLabel('फ़ोन', { exact: true }).fill(phone);
  await expect(page.getByText('यह नंबर सुरेश मेघवाल')).toBeVisible();
  await page.getByRole('button', { name: 'स्टूडेंट जोड़ें' }).click();
  await expect(page.getByText('यह पहले से इस्तेमाल में है').first()).toBeVisible();
  await page.getByLabel('इसी फ़ोन पर भाई या बहन को जोड़ें').check();
  await page.getByRole('button', { name: 'स्टूडेंट जोड़ें' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'सीमा मेघवाल' })).toBeVisible();
  await page.getByRole('link', { name: /^सुरेश मेघवाल/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'सुरेश मेघवाल' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a student is found by a name in the other script and by the last digits, suspended with a reason, and let in again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const complaints = watch(page);
  await signIn(page, people.vidya);
  await page.goto('/students');
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  const search = page.getByRole('searchbox');
  await search.fill('sunita');
  await expect(page.getByRole('link', { name: 'सुनीता विश्नोई' })).toBeVisible();
  await expect(rows.filter({ hasText: 'Rohit Tiwari' })).toHaveCount(0);
  const phone = (await page.locator('td[data-area=detail]').first().innerText()).replace(/\D/g, '');
  await search.fill(phone.slice(-5));
  await expect(page).toHaveURL(new RegExp(phone.slice(-5)));
  await expect(page.getByRole('link', { name: 'सुनीता विश्नोई' })).toBeVisible();
  await page.getByRole('link', { name: 'सुनीता विश्नोई' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'सुनीता विश्नोई' })).toBeVisible();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Fees of October not paid');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('Suspended: Fees of October not paid')).toBeVisible();
  await expectAccessible(page, 'light');
  await page.getByRole('button', { name: 'Let in again' }).click();
  await expect(page.getByText('सुनीता विश्नोई is active again.')).toBeVisible();
  await expect(page.getByText('Suspended: Fees of October not paid')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('This student is removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('This student is removed.')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('whoever may not read numbers sees them hidden, with no way to call, and takes no list out', async ({
  browser,
}) => {
  const context = await visitor(browser, 'owner', { theme: 'dark' });
  const page = await context.newPage();
  await signIn(page, people.ofTwo);
  await page.goto('/choose');
  await page.getByRole('button', { name: /Gyan Library/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/students');
  await expect(page.getByText(/^9\d•{5}\d{3}$/).first()).toBeVisible();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Choose rows' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export as a file' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Bhavna Rathore' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bhavna Rathore' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call' })).toHaveCount(0);
  await expect(page.getByText(/^9\d•{5}\d{3}$/).first()).toBeVisible();
  // What they may not read they do not write over.
  await page
    .getByRole('button', { name: 'Edit' })
    .or(page.getByRole('link', { name: 'Edit' }))
    .first()
    .click();
  await expect(page.getByLabel('Phone', { exact: true })).toHaveCount(0);
  await page.getByLabel('Exam or course').fill('NEET repeat');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Bhavna Rathore: the change is saved.')).toBeVisible();
  await expect(page.getByText('NEET repeat').first()).toBeVisible();
});

test('what does not fit under a thumb is behind More', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, people.owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expectAccessible(page, 'light');
  await page.getByRole('navigation').getByRole('link', { name: 'Profile' }).filter({ visible: true }).click();
  await expect(page).toHaveURL(/\/profile/);
  await expect(page.locator('#more-pages')).toBeHidden();
});
