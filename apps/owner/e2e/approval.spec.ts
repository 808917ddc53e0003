import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { expectAccessible, expectFits, people, signIn, visitor, watch } from '../../../packages/portal/e2e/journey.ts';
import { addLibrary, asha, openBusiness } from './shanti.ts';

test.beforeAll(({ browser }) => openBusiness(browser));

const name = 'Shanti Study Hall, Bus Stand';
const asked = 'The address lacks the number of the house.';
const unpaid = 'The fire certificate has run out, send the new one.';

async function staff(browser: Browser): Promise<Page> {
  const page = await (await visitor(browser, 'admin', { width: 1280 })).newPage();
  await signIn(page, people.admin);
  return page;
}

async function whileApproving(page: Page, run: () => Promise<void>): Promise<void> {
  const setting = page.getByLabel('New libraries wait for approval');
  const saved = page.getByRole('status').filter({ hasText: 'New libraries: saved.' });
  await page.goto('/settings');
  await setting.selectOption('yes');
  await expect(saved).toBeVisible();
  await run();
  await setting.selectOption('no');
  await expect(page.getByText(/Changed on/).last()).toBeVisible();
}

async function decide(page: Page, act: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason) await dialog.locator('[name=reason]').fill(reason);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('a library waits, is changed as it was asked, let in, suspended and given back, on both sides', async ({
  browser,
}) => {
  const platform = await staff(browser);
  const own = await visitor(browser, 'owner', { locale: 'hi', theme: 'dark', width: 360 });
  const page = await own.newPage();
  const complaints = [...watch(page), ...watch(platform)];
  await signIn(page, asha);
  await whileApproving(platform, () => addLibrary(page, name, 'SSH-2'));

  await page.goto('/libraries');
  await expect(page.getByRole('link', { name })).toContainText('मंज़ूरी बाक़ी');
  await expectFits(page);
  await page.getByRole('link', { name }).click();
  await expect(page.getByText('पहले StudySpot इस लाइब्रेरी को देखेगा')).toBeVisible();
  await expectFits(page);
  await expectAccessible(page, 'dark');

  await platform.goto('/');
  await platform.getByRole('link', { name: `See: ${name} waits for approval` }).click();
  await expect(platform.getByRole('heading', { level: 1, name })).toBeVisible();
  await expectAccessible(platform, 'light');
  await decide(platform, 'Ask for changes', asked);
  await expect(platform.getByText(`Changes asked for: ${asked}`)).toBeVisible();

  await expect(page.getByText(asked).first()).toBeVisible();
  await expectFits(page);
  await expectAccessible(page, 'dark');
  await page.getByRole('button', { name: 'दोबारा भेजें' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`आपसे कहा गया था: ${asked}`)).toBeVisible();

  await expect(platform.getByText(`Asked for before: ${asked}`)).toBeVisible();
  await decide(platform, 'Approve');
  await expect(page.getByText('पहले StudySpot इस लाइब्रेरी को देखेगा')).toHaveCount(0);

  await decide(platform, 'Suspend', unpaid);
  await expect(page.getByText(unpaid).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /@/ }).filter({ visible: true }).last()).toBeVisible();
  await expectAccessible(page, 'dark');
  await platform.getByRole('button', { name: 'Take back the suspension' }).click();
  await expect(page.getByText('जो स्टूडेंट यहाँ हैं, वे रहेंगे')).toHaveCount(0);

  await page.goto('/notifications');
  await expect(page.getByText(`${name} की रोक हट गई`)).toBeVisible();
  await expect(page.getByText(`${name} मंज़ूर हो गई`)).toBeVisible();

  await platform.goto('/libraries?standing=approved&city=kota');
  await expect(platform.getByRole('link', { name })).toBeVisible();
  await expectAccessible(platform, 'light');
  await platform.setViewportSize({ width: 360, height: 800 });
  await expectFits(platform);
  expect(complaints).toEqual([]);
});

test('libraries are narrowed to those near here, and stand side by side', async ({ browser }) => {
  const own = await visitor(browser, 'owner', { width: 1280 });
  const page = await own.newPage();
  const complaints = watch(page);
  await signIn(page, people.vidya);
  await page.goto('/libraries');
  const near = page.getByLabel('Distance', { exact: true });
  await near.selectOption({ label: 'Within 5 km of me' });
  await expect(page.getByText('This device did not tell where you are')).toBeVisible();
  await expect(near).toHaveValue('');
  await own.grantPermissions(['geolocation']);
  await own.setGeolocation({ latitude: 18.5204, longitude: 73.8567 });
  await near.selectOption({ label: 'Within 100 km of me' });
  await expect(page).toHaveURL(/near=18.520%2C73.857%2C100/);
  await expect(page.getByText('within 100 km of the chosen place')).toBeVisible();
  await expect(page.getByRole('cell', { name: / km$/ }).first()).toBeVisible();
  await expectAccessible(page, 'light');

  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('table', { name: 'Seats and students of each library' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^All together/ })).toBeVisible();
  await expectAccessible(page, 'light');
  const phone = await (await visitor(browser, 'owner', { locale: 'hi', theme: 'dark', width: 360 })).newPage();
  await signIn(phone, people.vidya);
  await phone.goto('/libraries/compare');
  await expect(phone.getByRole('heading', { name: 'कुल' })).toBeVisible();
  await expectFits(phone);
  await expectAccessible(phone, 'dark');
  await phone.goto('/libraries');
  await expectFits(phone);
  expect(complaints).toEqual([]);
});
