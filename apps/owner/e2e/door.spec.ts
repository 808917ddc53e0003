import { expect } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import {
  expectFits,
  fillSignIn,
  linkMailedTo,
  mailsTo,
  people,
  signIn,
  signInAtDoor,
  signOut,
  urls,
  visitor,
  watch,
} from '../../../packages/portal/e2e/journey.ts';

test('signs in, signs out, and Back shows nothing', async ({ page }) => {
  const complaints = watch(page);
  await signInAtDoor(page, people.owner);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rajesh Sharma');
  await page.goto('/libraries');
  await expect(page.getByRole('cell', { name: 'Gyan Library, Malviya Nagar', exact: true })).toBeVisible();
  await signOut(page);
  for (let step = 0; step < 3; step++) {
    await page.goBack();
    await expect(page.getByText('Malviya Nagar')).toHaveCount(0);
    await expect(page.getByText('Rajesh Sharma')).toHaveCount(0);
  }
  await page.goto('/libraries');
  await expect(page).toHaveURL(/\/signin/);
  expect(complaints).toEqual([]);
});

test('says that e-mail or password is wrong and keeps the address', async ({ page }) => {
  await page.goto('/signin');
  await fillSignIn(page, { email: people.vidya.email, password: 'Wrong@12345' });
  await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible();
  await expect(page.locator('input[name=email]')).toHaveValue(people.vidya.email);
  await expect(page.locator('input[name=password]')).toHaveValue('');
});

test('a new phone passes by the mailed link while someone guesses', async ({ browser, page }) => {
  const anil = people.guessedAt;
  const stranger = await (await visitor(browser, 'owner')).newPage();
  for (let tries = 0; tries < 9; tries++) {
    await stranger.goto('/signin');
    await fillSignIn(stranger, { email: anil.email, password: `Guess@${tries}0000` });
    await expect(stranger.locator('main').getByRole('alert')).toBeVisible();
    await expect(stranger.locator('input[name=email]')).toHaveValue(anil.email);
  }
  await page.goto(await linkMailedTo(anil.email, 'device'));
  await page.getByRole('main').getByRole('button').click();
  await expect(page.getByRole('status').filter({ hasText: 'This device can sign in now' })).toBeVisible();
  await fillSignIn(page, anil);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Anil Kumar');
});

test('says why a session ended whose old cookie was used again', async ({ page }) => {
  await page.goto('/signin?error=1001&reason=reuse');
  await expect(page.getByRole('alert').filter({ hasText: 'old copy of your sign-in' })).toBeVisible();
});

test('the door fits a phone whose letters are twice as large', async ({ browser }) => {
  const context = await visitor(browser, 'owner', { locale: 'hi' });
  const page = await context.newPage();
  await page.goto('/signin?error=4005&retry=900&reason=account');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectFits(page);
});

test('signs in without script', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: urls.owner, javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAtDoor(page, people.owner);
  await expect(page.locator('header').first()).toContainText('Gyan Library');
  await context.close();
});

test('goes on to the page that was asked for', async ({ page }) => {
  await page.goto('/staff');
  await expect(page).toHaveURL(/\/signin/);
  await fillSignIn(page, people.owner);
  await expect(page).toHaveURL(/\/staff$/);
});

test('sets a new password by mail, once, and signs other devices out', async ({ browser, page }) => {
  const { email } = people.forgetful;
  const next = 'Naya-Password-2026';
  const before = await mailsTo(email, 'reset');
  const elsewhere = await visitor(browser, 'owner');
  const other = await elsewhere.newPage();
  await signIn(other, people.forgetful);

  await page.goto('/signin');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page).toHaveURL(/\/forgot$/);
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('alert').filter({ hasText: email })).toBeVisible();
  const link = await linkMailedTo(email, 'reset', before);

  await page.goto(link);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('at least 8 characters').first()).toBeVisible();
  await page.getByLabel('New password').fill(next);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page).toHaveURL(/\/signin/);
  await fillSignIn(page, { email, password: next });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Amol');

  await other.goto('/libraries');
  await expect(other).toHaveURL(/\/signin/);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('used already');

  await page.goto('/profile');
  await page.locator('#password').getByLabel('Current password').fill(next);
  await page.getByLabel('New password').fill(people.forgetful.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed')).toBeVisible();
});

test('the account menu is a sheet on phones, which opens and closes without script', async ({ browser }) => {
  const viewport = { width: 360, height: 800 };
  const context = await browser.newContext({ baseURL: urls.owner, javaScriptEnabled: false, viewport });
  const page = await context.newPage();
  await signInAtDoor(page, people.owner);
  await page.locator('button[popovertarget=user-menu]').first().click();
  const menu = page.locator('#user-menu');
  const box = await menu.boundingBox();
  expect(box).toMatchObject({ x: 0, width: viewport.width });
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(viewport.height);
  await menu.getByRole('button', { name: 'Close' }).click();
  await expect(menu).toBeHidden();
  await context.close();
});
