import { expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, expectFits, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';
import { asha, choose, onServer, openBusiness, ravi, switchOf } from './shanti.ts';

// One after another: what one of them does, another would be told.
test.describe.configure({ mode: 'serial' });
test.beforeAll(({ browser }) => openBusiness(browser));

/** Ravi, on the page of the library. */
async function openAsRavi(page: Page) {
  await signIn(page, ravi);
  await choose(page, /Shanti/);
  const library = await onServer(page);
  await page.goto(`/libraries/${library.id}`);
  return library;
}

const bell = (page: Page) => page.locator('header button[popovertarget=notices]');
const panel = (page: Page) => page.locator('#notices');

test('a notice is there without a reload, leads to its subject, and is read by that in every tab', async ({
  browser,
}) => {
  const context = await visitor(browser, 'owner', { width: 1280 });
  const [page, second] = [await context.newPage(), await context.newPage()];
  const complaints = watch(page);
  await signIn(page, asha);
  await page.goto('/');
  await second.goto('/staff');
  // That Ravi accepted.
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');

  const others = await visitor(browser, 'owner');
  const manager = await others.newPage();
  await openAsRavi(manager);
  await switchOf(manager).selectOption('under_maintenance');
  await expect(bell(page)).toHaveAccessibleName('Notifications, 2 unread');
  await expect(bell(second)).toHaveAccessibleName('Notifications, 2 unread');
  await switchOf(manager).selectOption('inactive');
  await bell(page).click();
  const notice = panel(page).getByRole('link', { name: /2 changes of a library's status/ });
  await expect(notice).toContainText('ravi set Shanti Study Hall, Station Road to Closed');
  await expect(bell(page)).toHaveAccessibleName('Notifications, 2 unread');
  await expectAccessible(page, 'light');
  await notice.click();
  await expect(page.getByRole('heading', { level: 1, name: /Shanti Study Hall/ })).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await expect(bell(second)).toHaveAccessibleName('Notifications, 1 unread');
  // What he did himself, nobody tells him.
  await expect(bell(manager)).toHaveAccessibleName('Notifications, none unread');
  expect(complaints).toEqual([]);
});

test('is opened, cleared and brought back by keys, and the focus comes back to the bell', async ({ browser }) => {
  const context = await visitor(browser, 'owner', { width: 1280 });
  const page = await context.newPage();
  await signIn(page, asha);
  await page.goto('/');
  await bell(page).focus();
  await page.keyboard.press('Enter');
  const rows = panel(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await panel(page)
    .getByRole('button', { name: /^Clear: ravi accepted/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(bell(page)).toHaveAccessibleName('Notifications, none unread');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(bell(page)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  await page.goto('/notifications?show=unread');
  await expect(page.locator('main a[data-notice]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('Nothing to tell you')).toBeVisible();
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await expect(page.locator('main a[data-notice]')).toHaveCount(2);
});

test('what somebody does not want is not told; on a phone, in Hindi', async ({ browser }) => {
  const context = await visitor(browser, 'owner', { locale: 'hi', width: 360 });
  const page = await context.newPage();
  const complaints = watch(page);
  await signIn(page, asha);
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('सूचनाएँ');
  await expectFits(page);
  await expectAccessible(page, 'light');
  await bell(page).click();
  await expect(panel(page).getByRole('listitem')).toHaveCount(2);
  await expectFits(page);
  await expectAccessible(page, 'light');
  await panel(page).getByRole('link', { name: 'क्या-क्या बताएँ, चुनें' }).click();
  const about = 'कोई और लाइब्रेरी खोले या बंद करे';
  const own = page.getByRole('switch', { name: about, exact: true });
  const byMail = page.getByRole('switch', { name: `ईमेल से: ${about}` });
  await expect(byMail).not.toBeChecked();
  await byMail.click();
  await expect(byMail).toBeChecked();
  const quiet = page.getByRole('switch', { name: 'शांत समय' });
  await quiet.click();
  await expect(page.getByLabel('कब से')).toHaveValue('22:00');
  await page.getByLabel('कब तक').fill('06:30');
  await page.getByLabel('कब तक').blur();
  await expect(page.getByLabel('कब तक')).toBeEnabled();
  await own.click();
  await expect(byMail).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'सेव हो गया' })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'मेरा पासवर्ड बदले' })).toBeDisabled();
  await expectFits(page);
  await expectAccessible(page, 'light');
  const others = await visitor(browser, 'owner');
  const manager = await others.newPage();
  const library = await openAsRavi(manager);
  await switchOf(manager).selectOption('active');
  await expect(manager.getByText('is now: Open')).toBeVisible();
  await page.goto(`/libraries/${library.id}`);
  await expect(page.locator('#timeline')).toContainText('ravi');
  // Long enough for the worker, which tells within a second.
  await page.waitForTimeout(1_500);
  await expect(bell(page)).toHaveAccessibleName('सूचनाएँ, कोई नई नहीं');
  await page.goto('/notifications/settings');
  await expect(own).not.toBeChecked();
  await expect(quiet).toBeChecked();
  await expect(page.getByLabel('कब तक')).toHaveValue('06:30');
  expect(complaints).toEqual([]);
});
