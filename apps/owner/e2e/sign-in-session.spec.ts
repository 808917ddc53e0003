import { expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { fillSignIn, people, signIn } from '../../../packages/portal/e2e/journey.ts';

const person = people.vidya;

const signOut = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLFormElement>('form[action="/api/auth/signout"]')?.submit());

const sessionOf = async (page: Page) => (await page.context().cookies()).find(({ name }) => name.endsWith('ss.owner'));

test('the form signs in without a null Origin, says what was wrong and comes back to where one wanted to go', async ({
  page,
}) => {
  await page.goto('/libraries');
  await expect(page).toHaveURL(/\/signin\?callbackUrl=%2Flibraries/);
  await fillSignIn(page, { ...person, password: 'Wrong7horse12' });
  await expect(page).toHaveURL(/error=1005/);
  await fillSignIn(page, person);
  await page.waitForURL('**/libraries');
  const session = await sessionOf(page);
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('ss.owner');
});

test('after sign-out neither back nor forward nor the old cookie shows anything', async ({ page, context }) => {
  await signIn(page, person);
  await page.goto('/libraries');
  const shown = (await page.locator('h1').first().textContent()) ?? '';
  await page.goto('/staff');
  const old = await sessionOf(page);
  await signOut(page);
  await page.waitForURL('**/signin**');
  await page.goBack();
  await expect(page).toHaveURL(/\/signin/);
  await page.goBack().catch(() => null);
  await expect(page.locator('input[name="password"]')).toBeVisible();
  await expect(page.locator('h1').first()).not.toHaveText(shown);
  if (old) await context.addCookies([old]);
  await page.goto('/libraries');
  await expect(page).toHaveURL(/\/signin/);
  expect(await sessionOf(page)).toBeUndefined();
});

test('two tabs that refresh at once, with an answer lost, stay signed in', async ({ page, context }) => {
  await signIn(page, person);
  await page.goto('/libraries');
  const other = await context.newPage();
  await other.goto('/libraries');
  await other.route('**/api/auth/refresh', async (route) => {
    await route.fetch();
    await route.abort();
  });
  const refresh = (tab: Page) =>
    tab.evaluate(() =>
      fetch('/api/auth/refresh', { method: 'POST' }).then(
        ({ status }) => status,
        () => 0,
      ),
    );
  const answers = await Promise.all([refresh(page), refresh(other), refresh(page)]);
  expect(answers.toSorted()).toEqual([0, 200, 200]);
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(tab).toHaveURL(/\/libraries$/);
  }
});
